package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.util.List;
import java.util.Map;

/** Requests of the further pipelines, and what the offline provider answers. */
final class Asked {
  static final List<String> V3 =
      List.of(
          "answerable_from_context",
          "has_single_clear_correct",
          "format_justified",
          "distractors_plausible",
          "clarity",
          "difficulty_appropriate");
  static final List<String> V4 =
      List.of(
          "grounded",
          "answerable_from_context",
          "has_single_clear_correct",
          "format_justified",
          "non_trivial",
          "distractors_plausible",
          "clarity",
          "context_authentic");

  private Asked() {}

  static JsonNode of(SimConf conf, String message) {
    return Json.read(new Answers(conf).to(Prompts.call("m", message)));
  }

  static JsonNode of(Map<String, Double> defects, String message) {
    return of(new SimConf(7, 0, defects, Map.of()), message);
  }

  static ObjectNode request(String task) {
    return Json.object().put("task", task);
  }

  static String graded(String difficulty, long seed, List<String> lesson) {
    ObjectNode request = request("graded-generate").put("count", 8).put("type", "mcq_single");
    request.put("difficulty", difficulty).put("language", "").put("seed", seed);
    return Prompts.message(request, Prompts.passages(lesson), "");
  }

  static String judge(String rubric, JsonNode question, String passages) {
    ObjectNode request = request("judge").put("rubric", rubric).put("count", 1);
    request.set("dimensions", Json.array(rubric.equals("v3") ? V3 : V4));
    return Prompts.message(request, passages, Prompts.fenced(question, 1));
  }

  static String repair(JsonNode question, String passages) {
    ObjectNode judged = question.deepCopy();
    judged.putObject("scores").put("grounded", 0);
    judged.putArray("issues").add("grounded: not there");
    return Prompts.message(request("repair"), passages, Prompts.fenced(judged, 1));
  }

  static String facts(List<String> lesson) {
    ObjectNode request = request("facts").put("min", 8).put("max", 15).put("language", "");
    return Prompts.message(request, Prompts.passages(lesson), "");
  }

  static String claimQuestion(JsonNode claim, String difficulty, long seed) {
    ObjectNode request = request("claim-question").put("type", "mcq_single");
    request.put("difficulty", difficulty).put("seed", seed);
    return Prompts.message(request, "", alone("claim", claim.toString()));
  }

  static String candidate(String approach, long seed, List<String> lesson) {
    ObjectNode request = request("candidate").put("count", 6).put("approach", approach);
    request.put("difficulty", "intermediate").put("seed", seed).put("language", "");
    return Prompts.message(request, Prompts.passages(lesson), "");
  }

  static String review(String task, JsonNode candidate, List<String> lesson) {
    String fenced = alone("candidate", candidate.toString());
    return Prompts.message(request(task), Prompts.passages(lesson), fenced);
  }

  static String variants(JsonNode parent, String passages, int count) {
    ObjectNode request = request("variants").put("count", count).put("type", "fill_in_blank");
    request.put("difficulty", "intermediate").put("seed", 3);
    return Prompts.message(request, passages, Prompts.fenced(parent, 1));
  }

  static String convert(String page) {
    return Prompts.message(request("convert"), "", alone("page", page));
  }

  static String alone(String kind, String text) {
    return "<%1$s-5b>\n%2$s\n</%1$s-5b>\n".formatted(kind, text);
  }
}
