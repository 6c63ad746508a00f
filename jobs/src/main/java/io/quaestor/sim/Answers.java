package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.util.Map;

/**
 * What the offline provider says. It is not a language model: it rearranges sentences of the
 * prompt's own passages and compares texts. It keeps nothing between requests, and the same request
 * under the same configuration gets the same answer from any process.
 */
final class Answers {
  private static final String FREE_TEXT =
      "This is the offline provider, not a language model: it answers the tasks generate, validate"
          + " and audit.";

  private final SimConf conf;

  Answers(SimConf conf) {
    this.conf = conf;
  }

  /** JSON for a known task or a schema, else a sentence. */
  String to(Incoming call) {
    Prompt prompt = Prompt.read(call.user());
    Skill skill = Skill.of(conf, call.model(), prompt.task());
    ObjectNode reply =
        switch (prompt.task()) {
          case "generate" -> write(prompt, call);
          case "validate" -> new Examiner(prompt, skill).validations();
          case "audit" -> new Examiner(prompt, skill).audit();
          default -> call.schema() == null ? null : Json.object();
        };
    if (reply == null) {
      return FREE_TEXT;
    }
    return (call.schema() == null ? reply : Conform.to(call.schema(), reply)).toString();
  }

  private ObjectNode write(Prompt prompt, Incoming call) {
    JsonNode request = prompt.request();
    Dice dice = Dice.of(conf.seed(), call.model(), call.user(), call.seed());
    StringBuilder texts = new StringBuilder();
    prompt.passages().sentences().forEach(s -> texts.append(s.text()).append('\n'));
    Dice order =
        Dice.of(
            conf.seed(),
            request.path("seed").asText(String.valueOf(call.seed())),
            request.path("type").asText(),
            request.path("difficulty").asText(),
            texts);
    Map<String, Double> rates = conf.defects() == null ? Map.of() : conf.defects();
    return new Writer(prompt, rates, dice, order).questions();
  }
}
