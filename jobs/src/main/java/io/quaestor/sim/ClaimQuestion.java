package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.sim.Draft.Wrong;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Answers the task {@code claim-question} from the claim alone: the word that its confusions could
 * be taken for is what is asked. The audit of the options is right unless it is spoiled on purpose;
 * faults of wording, which no audit of options sees, come as everywhere.
 */
final class ClaimQuestion {
  static final List<String> AUDIT_DEFECTS =
      List.of("two_supported", "none_supported", "low_confidence", "audit_key_mismatch");
  private static final List<String> WORDING_DEFECTS =
      List.of("grammar", "hallucination", "incoherent", "unnatural", "register");
  private static final double REWRITTEN = 0.1;

  private final JsonNode request;
  private final JsonNode claim;
  private final Sentence sentence;
  private final List<Word> confusions;
  private final Rates rates;
  private final Dice dice;

  ClaimQuestion(Prompt prompt, Rates rates, Dice dice) {
    this.request = prompt.request();
    this.claim = prompt.object("claim");
    this.sentence = Sentence.of("", "", claim.path("claim").asText(""));
    this.confusions =
        Json.texts(claim.path("common_confusions")).stream()
            .filter(text -> !text.isBlank())
            .map(this::word)
            .toList();
    this.rates = rates;
    this.dice = dice;
  }

  /** An empty object when the claim has no word that its confusions could stand for. */
  ObjectNode question() {
    Word key = key();
    if (key == null || confusions.isEmpty()) {
      return Json.object();
    }
    Draft draft = draft(key);
    String wording = rates.draw(WORDING_DEFECTS, dice);
    Item item =
        wording == null
            ? draft.item()
            : Defect.valueOf(wording.toUpperCase(Locale.ROOT)).plant(draft, dice);
    ObjectNode whole = QuestionJson.of(draft, item);
    ObjectNode reply = Json.object();
    reply.put("stem", item.stem());
    reply.set("options", Json.array(item.options()));
    reply.put("answer", key.text());
    reply.set("explanation", whole.get("explanation"));
    reply.set("distractor_rationales", whole.get("distractor_rationales"));
    reply.set("quotes", claim.path("evidence_quotes"));
    audit(item, reply);
    return reply;
  }

  /** Of the kind of its confusions; then as hard as asked; then most like them. */
  private Word key() {
    String level = request.path("difficulty").asText();
    return sentence.contentWords().stream()
        .filter(word -> confusions.stream().noneMatch(word::resembles))
        .min(
            Comparator.comparingLong(this::strangers)
                .thenComparing(word -> !level.equals(levelOf(word)))
                .thenComparing(this::unlikeness))
        .orElse(null);
  }

  private String levelOf(Word word) {
    return Level.of("mcq_single", sentence.folded(), List.of(word.text()));
  }

  private long strangers(Word word) {
    return confusions.stream().filter(c -> c.kind() != word.kind()).count();
  }

  private double unlikeness(Word word) {
    return confusions.stream().mapToDouble(c -> Distractors.form(c, word)).sum();
  }

  private Word word(String text) {
    boolean number = Character.isDigit(text.charAt(0));
    boolean name = Character.isUpperCase(text.charAt(0));
    Word.Kind kind = number ? Word.Kind.NUMBER : name ? Word.Kind.NAME : Word.Kind.COMMON;
    return new Word(text, 0, text.length(), kind, false, sentence);
  }

  private Draft draft(Word key) {
    Passages evidence = new Passages(List.of(sentence));
    Tongue tongue = Tongue.of(request.path("language").asText(), evidence.sentences());
    List<Wrong> wrong = confusions.stream().map(c -> new Wrong(c.text(), "misconception")).toList();
    String difficulty = request.path("difficulty").asText();
    return new Drafts(evidence, tongue).choice(key, wrong, difficulty, dice);
  }

  private void audit(Item item, ObjectNode reply) {
    String defect = rates.draw(AUDIT_DEFECTS, dice);
    String key = item.answer().get(0);
    String other = item.options().stream().filter(o -> !o.equals(key)).findFirst().orElse(key);
    List<String> supported =
        switch (defect == null ? "" : defect) {
          case "two_supported" -> List.of(key, other);
          case "none_supported" -> List.of();
          case "audit_key_mismatch" -> List.of(other);
          default -> List.of(key);
        };
    ArrayNode audit = reply.putArray("option_audit");
    for (String option : item.options()) {
      boolean holds = supported.contains(option);
      audit
          .addObject()
          .put("option", option)
          .put("supported", holds)
          .put("evidence", holds ? claim.path("evidence_quotes").path(0).asText() : "");
    }
    reply.put("rewritten", dice.hits(REWRITTEN));
    reply.put("confidence", confidence("low_confidence".equals(defect)));
  }

  /** In hundredths: 0.30 to 0.64 when low, else 0.75 to 0.98. */
  private double confidence(boolean low) {
    return (low ? 30 + dice.next(35) : 75 + dice.next(24)) / 100.0;
  }
}
