package io.quaestor.generate.graded;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.quaestor.generate.batch.BatchResult;
import io.quaestor.tables.Measure;
import io.quaestor.tables.Question;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The shares that a graded run reports against its targets: of accepted questions, of those that a
 * judge has scored, or of the repairs that were tried.
 */
record GradedMeasures(Map<String, Double> targets) {
  /**
   * A share in SQL.
   *
   * @param of condition for what is counted at all
   * @param hit condition for a hit among these
   */
  private record Share(String of, String hit) {}

  private static final Map<String, Share> OF_QUESTIONS = new LinkedHashMap<>();

  static {
    OF_QUESTIONS.put("grounded", new Share("true", "size(sourceEvidence.evidenceSpanIds) > 0"));
    OF_QUESTIONS.put("non_trivial", declared(Verdicts.REASONING_STEPS, 2));
    OF_QUESTIONS.put(
        "misconception_distractors",
        new Share(
            "size(options) > 0",
            "exists(distractorRationales, r -> lower(r.rationaleType) = 'misconception')"));
    OF_QUESTIONS.put("uses_material_context", declared(Verdicts.MATERIAL_CONTEXT, 1));
    OF_QUESTIONS.put(
        "quality_score_7",
        new Share(
            "not array_contains(qualityFlags.issues, '%s')".formatted(Judge.SKIPPED),
            "qualityScore >= 7"));
  }

  private static Share declared(String name, int least) {
    String value = "qualityFlags.scores['%s']".formatted(name);
    return new Share(value + " is not null", value + " >= " + least);
  }

  List<Measure> of(Dataset<BatchResult> results, Dataset<Question> accepted) {
    return targets.entrySet().stream()
        .map(target -> measure(target.getKey(), target.getValue(), results, accepted))
        .toList();
  }

  private static Measure measure(
      String name, double target, Dataset<BatchResult> results, Dataset<Question> accepted) {
    Row counts =
        "repair_recovery".equals(name)
            ? repairs(results)
            : counts(accepted.toDF(), OF_QUESTIONS.get(name));
    return measure(name, counts.getLong(0), counts.getLong(1), target);
  }

  private static Row counts(Dataset<Row> rows, Share share) {
    return rows.selectExpr(
            "count_if((%s) AND (%s))".formatted(share.of(), share.hit()),
            "count_if(%s)".formatted(share.of()))
        .head();
  }

  private static Row repairs(Dataset<BatchResult> results) {
    Dataset<Row> judgements =
        results.select(explode(col("judgements")).as("judgement")).select("judgement.*");
    return counts(
        judgements, new Share("verdict = 'repair' AND pass = 'first'", "outcome = 'repaired'"));
  }

  static Measure measure(String name, long hits, long n, double target) {
    Estimate share = Wilson.interval(hits, n);
    return new Measure(name, hits, n, share.point().value(), share.low(), share.high(), target);
  }
}
