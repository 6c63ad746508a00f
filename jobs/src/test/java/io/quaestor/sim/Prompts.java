package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** User messages in the form of conf/prompts/README.md. */
final class Prompts {
  static final List<String> TYPES =
      List.of("mcq_single", "mcq_multi", "true_false", "fill_in_blank", "short_answer", "writing");
  static final List<String> CRITERIA =
      List.of(
          "answer_correct",
          "grammar_correct",
          "no_hallucination",
          "question_coherent",
          "natural_french",
          "register_appropriate",
          "difficulty_appropriate",
          "variations_valid");

  private Prompts() {}

  static String passages(List<String> sentences) {
    StringBuilder text = new StringBuilder("<passage-3fa9c1d2 id=\"P1\" topic=\"Leçon\">\n");
    for (int i = 0; i < sentences.size(); i++) {
      text.append("[s").append(i + 1).append("] ").append(sentences.get(i)).append('\n');
    }
    return text + "</passage-3fa9c1d2>\n";
  }

  static ObjectNode generate(String type, String difficulty, long seed) {
    return Json.object()
        .put("task", "generate")
        .put("count", 5)
        .put("type", type)
        .put("difficulty", difficulty)
        .put("seed", seed)
        .put("variant", 0);
  }

  static String message(JsonNode request, String passages, String rest) {
    return passages + "<request>" + request + "</request>\n" + rest;
  }

  static String audit(JsonNode question, String passages) {
    ObjectNode request = Json.object().put("task", "audit");
    ArrayNode criteria = request.putArray("criteria");
    CRITERIA.forEach(criteria::add);
    return "<request>" + request + "</request>\n" + passages + fenced(question, 1);
  }

  static String fenced(JsonNode question, int index) {
    return "<question-77aa index=\"" + index + "\">\n" + question + "\n</question-77aa>\n";
  }

  /** A generated question as a judge gets to see it. */
  static ObjectNode judged(JsonNode generated, String type, String difficulty) {
    ObjectNode question = Json.object().put("type", type).put("difficulty", difficulty);
    for (String field :
        List.of("stem", "options", "answer", "acceptable_variations", "explanation", "quotes")) {
      question.set(field, generated.get(field));
    }
    return question;
  }

  static Incoming call(String model, String user) {
    return new Incoming(model, List.of(user), user, null, 4096, null);
  }
}
