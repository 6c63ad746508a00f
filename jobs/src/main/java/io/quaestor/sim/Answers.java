package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the offline provider says. It is not a language model: it rearranges sentences of the
 * prompt's own passages and compares texts. It keeps nothing between requests, and the same request
 * under the same configuration gets the same answer from any process.
 */
final class Answers {
  private static final String FREE_TEXT =
      "This is the offline provider, not a language model: it answers the tasks of this program's"
          + " own prompts.";

  private final SimConf conf;

  Answers(SimConf conf) {
    this.conf = conf;
  }

  /** JSON for a known task or a schema, else a sentence. */
  String to(Incoming call) {
    Prompt prompt = Prompt.read(call.user());
    ObjectNode reply = reply(prompt, call);
    if (reply == null) {
      return FREE_TEXT;
    }
    return (call.schema() == null ? reply : Conform.to(call.schema(), reply)).toString();
  }

  /** Null for a task that is none of them, unless a schema asks for JSON. */
  private ObjectNode reply(Prompt prompt, Incoming call) {
    Skill skill = Skill.of(conf, call.model(), prompt.task());
    Dice dice = dice(call);
    return switch (prompt.task()) {
      case "generate" -> write(prompt, call, s -> true);
      case "validate" -> new Examiner(prompt, skill).validations();
      case "audit" -> new Examiner(prompt, skill).audit();
      case "graded-generate" ->
          GradedQuestions.of(write(prompt, call, s -> true), prompt.passages(), rates(), dice);
      case "judge" -> new Scorer(prompt, skill).judgements();
      case "repair" -> repairer(prompt, call).repairs();
      case "facts" -> new ClaimWriter(prompt, rates(), dice).claims();
      case "claim-question" -> new ClaimQuestion(prompt, rates(), dice).question();
      case "candidate" -> new CourseSet(prompt, rates(), dice).candidate();
      case "self-review" -> new SetReviewer(prompt, skill).selfReview();
      case "final-review" -> new SetReviewer(prompt, skill).finalReview();
      case "variants" -> write(prompt, call, Variant.sentences(prompt));
      case "topics" -> new TopicSorter(prompt, dice).topics();
      case "convert" -> new PageMarkdown(prompt, rates(), dice).converted();
      default -> call.schema() == null ? null : Json.object();
    };
  }

  private Rates rates() {
    return new Rates(conf.defects() == null ? Map.of() : conf.defects());
  }

  private Dice dice(Incoming call) {
    return Dice.of(conf.seed(), call.model(), call.user(), call.seed());
  }

  /** The same question gets the same repair, whatever stands beside it. */
  private Repairer repairer(Prompt prompt, Incoming call) {
    Dice dice = Dice.of(conf.seed(), call.model(), prompt.task());
    return new Repairer(prompt, conf.repairRate(), dice);
  }

  private ObjectNode write(Prompt prompt, Incoming call, Predicate<Sentence> usable) {
    JsonNode request = prompt.request();
    StringBuilder texts = new StringBuilder();
    prompt.passages().sentences().forEach(s -> texts.append(s.text()).append('\n'));
    Dice order =
        Dice.of(
            conf.seed(),
            request.path("seed").asText(String.valueOf(call.seed())),
            request.path("type").asText(),
            request.path("difficulty").asText(),
            texts);
    return new Writer(prompt, rates().shares(), dice(call), order, usable).questions();
  }
}
