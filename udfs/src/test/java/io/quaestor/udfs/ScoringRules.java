package io.quaestor.udfs;

import com.fasterxml.jackson.databind.JsonNode;
import io.quaestor.udfs.VectorFiles.Vector;
import io.quaestor.udfs.candidate.CandidateItem;
import io.quaestor.udfs.candidate.CandidateScore;
import io.quaestor.udfs.candidate.Candidates;
import io.quaestor.udfs.candidate.SelfReview;
import io.quaestor.udfs.plan.Sampling;
import io.quaestor.udfs.rubric.Backing;
import io.quaestor.udfs.rubric.Dimension;
import io.quaestor.udfs.rubric.Rubric;
import io.quaestor.udfs.rubric.Score;
import io.quaestor.udfs.rubric.Verdict;
import io.quaestor.udfs.text.Similarity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the functions give for a vector's input, by the names that vectors use. */
final class ScoringRules {
  private static final int CAP = 25;

  private ScoringRules() {}

  /** Null for what is no rubric. */
  static Object apply(Vector vector) {
    JsonNode input = vector.input();
    return switch (vector.kind()) {
      case "v3" -> figures(Rubric.V3.scorer().score(scores(input, Rubric.V3)));
      case "v4" ->
          figures(
              Rubric.V4
                  .scorer()
                  .score(scores(input, Rubric.V4))
                  .rejectedFor(backing(input).hardRejections()));
      case "candidate" -> candidate(input);
      case "chunks_per_unit" ->
          Sampling.chunksPerUnit(
              input.required("target").asInt(),
              input.required("units").asInt(),
              input.path("cap").asInt(CAP));
      case "cosine" -> Similarity.cosine(text(input.required("a")), text(input.required("b")));
      default -> null;
    };
  }

  private static Map<String, Number> scores(JsonNode input, Rubric rubric) {
    Map<String, Number> scores = new HashMap<>();
    for (Dimension dimension : rubric.dimensions()) {
      scores.put(dimension.wire(), input.path(dimension.wire()).numberValue());
    }
    return scores;
  }

  private static Map<String, Object> figures(Score score) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("binary_score", score.binaryScore());
    figures.put("avg_likert", score.avgLikert());
    figures.put("likert_score", score.likertScore());
    figures.put("total_score", score.totalScore());
    Verdict verdict = score.verdict();
    figures.put("verdict", verdict == null ? null : verdict.wire());
    figures.put("hard_rejections", score.hardRejections());
    figures.put("invalid", score.invalid());
    return figures;
  }

  private static Backing backing(JsonNode input) {
    JsonNode steps = input.path("reasoning_steps");
    JsonNode context = input.path("uses_material_context");
    return new Backing(
        texts(input.path("evidence_span_ids")),
        steps.isNumber() ? steps.asInt() : null,
        input.path("define_or_identify").asBoolean(),
        context.isBoolean() ? context.asBoolean() : null,
        text(input.path("type")),
        texts(input.path("distractor_rationales")));
  }

  private static Map<String, Object> candidate(JsonNode input) {
    List<CandidateItem> items = new ArrayList<>();
    input.path("items").forEach(item -> items.add(item(item)));
    CandidateScore score =
        Candidates.score(
            items, input.required("schema_valid").asBoolean(), review(input.path("self_review")));
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("schema", score.schema());
    parts.put("placeholder", score.placeholder());
    parts.put("mode", score.mode());
    parts.put("consistency", score.consistency());
    parts.put("self_review", score.selfReview());
    return Map.of("parts", parts, "total", score.total());
  }

  private static CandidateItem item(JsonNode item) {
    JsonNode key = item.path("correct_index");
    return new CandidateItem(
        text(item.path("text")),
        text(item.path("mode")),
        texts(item.path("options")),
        key.isInt() ? key.asInt() : null,
        text(item.path("answer")));
  }

  private static SelfReview review(JsonNode review) {
    return review.isObject()
        ? new SelfReview(
            number(review.path("clarity")),
            number(review.path("age_fit")),
            number(review.path("correctness")))
        : null;
  }

  private static Double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : null;
  }

  private static String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? null : node.asText();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.isContainerNode() ? node.toString() : text(node)));
    return texts;
  }
}
