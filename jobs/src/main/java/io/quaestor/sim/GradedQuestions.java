package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions with what the graded pipeline wants to know besides. */
final class GradedQuestions {
  private static final double MIXED_UP = 0.7;

  private GradedQuestions() {}

  /** Completes every question of a reply; some get a defect of form. */
  static ObjectNode of(ObjectNode reply, Passages passages, Rates rates, Dice dice) {
    Set<String> spans =
        passages.sentences().stream().map(Sentence::spanId).collect(Collectors.toSet());
    int slot = 0;
    for (JsonNode node : reply.path("questions")) {
      Dice chance = dice.fork("form " + slot++);
      ObjectNode question = complete((ObjectNode) node, chance);
      String defect = rates.draw(FormDefect.KEYS, chance);
      if (defect != null) {
        FormDefect.valueOf(defect.toUpperCase(Locale.ROOT)).plant(question, spans);
      }
    }
    return reply;
  }

  /** The same question with the further fields. */
  static ObjectNode complete(ObjectNode question, Dice dice) {
    for (JsonNode rationale : question.path("distractor_rationales")) {
      String type = type(rationale.path("rationale_type").asText(), dice);
      ((ObjectNode) rationale).put("rationale_type", type);
    }
    return question
        .put("reasoning_steps", 2 + dice.next(2))
        .put("define_or_identify", false)
        .put("uses_material_context", true);
  }

  private static String type(String why, Dice dice) {
    return switch (why) {
      case "near_number" -> "near_miss";
      case "other_context" -> dice.hits(MIXED_UP) ? "misconception" : "irrelevant";
      default -> why;
    };
  }
}
