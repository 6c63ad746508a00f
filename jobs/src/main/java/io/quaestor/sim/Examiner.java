package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Answers the tasks {@code validate} and {@code audit}. */
final class Examiner {
  private static final String DIFFICULTY = "difficulty_appropriate";
  private static final String VARIATIONS = "variations_valid";
  private static final List<String> MAJOR =
      List.of("answer_correct", "no_hallucination", "question_coherent");

  private final Prompt prompt;
  private final Skill skill;

  Examiner(Prompt prompt, Skill skill) {
    this.prompt = prompt;
    this.skill = skill;
  }

  /** One entry per question, by its index. */
  ObjectNode validations() {
    ObjectNode reply = Json.object();
    ArrayNode validations = reply.putArray("validations");
    for (Item item : prompt.questions()) {
      Truth truth = new Truth(item, prompt.passages());
      ObjectNode node = validations.addObject();
      boolean answer = says(truth, "answer_correct", item);
      boolean grammar = says(truth, "grammar_correct", item);
      boolean level = says(truth, DIFFICULTY, item);
      node.put("index", item.index());
      node.put("answer_correct", answer);
      node.put("grammar_correct", grammar);
      node.put("difficulty", level(level, truth, item));
      node.set("acceptable_variations", Json.array(truth.acceptable()));
      node.put("notes", answer && grammar ? "" : "Held against the passage: not right.");
    }
    return reply;
  }

  /** The verdict on the first question; criteria it does not know are judged sound. */
  ObjectNode audit() {
    ObjectNode reply = Json.object();
    if (prompt.questions().isEmpty()) {
      return reply;
    }
    Item item = prompt.questions().get(0);
    Truth truth = new Truth(item, prompt.passages());
    boolean major = false;
    boolean failed = false;
    for (JsonNode criterion : prompt.request().path("criteria")) {
      boolean holds = says(truth, criterion.asText(), item);
      reply.put(criterion.asText(), holds);
      failed |= !holds;
      major |= !holds && MAJOR.contains(criterion.asText());
    }
    boolean level = reply.path(DIFFICULTY).asBoolean(true);
    boolean variations = reply.path(VARIATIONS).asBoolean(true);
    reply.put("suggested_difficulty", level(level, truth, item));
    reply.set("missing_variations", Json.array(truth.missingVariations()));
    reply.set("invalid_variations", Json.array(variations ? List.of() : invalid(truth, item)));
    reply.put("severity", major ? "major" : failed ? "minor" : "none");
    reply.put("notes", failed ? "Held against the passage, not every criterion is met." : "");
    return reply;
  }

  private boolean says(Truth truth, String criterion, Item item) {
    return skill.says(truth.holds(criterion), criterion, item);
  }

  /** A judge that objects names another level than the label: the true one when it can. */
  private String level(boolean fits, Truth truth, Item item) {
    String label = item.difficulty();
    if (fits && Level.ALL.contains(label)) {
      return label;
    }
    return truth.level().equals(label) || !Level.ALL.contains(truth.level())
        ? Level.other(label, Dice.of(skill.seed(), skill.model(), item.content()))
        : truth.level();
  }

  /** A judge that objects without reason blames the last variation. */
  private static List<String> invalid(Truth truth, Item item) {
    List<String> wrong = truth.invalidVariations();
    int count = item.variations().size();
    return wrong.isEmpty() && count > 0 ? List.of(item.variations().get(count - 1)) : wrong;
  }
}
