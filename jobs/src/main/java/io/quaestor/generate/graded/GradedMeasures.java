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
import java.util.stream.Stream;
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

  private static final String HITS = "_hits";
  private static final String REPAIRS = "repair_recovery";
  private static final Share RECOVERED =
      new Share("verdict = 'repair' AND pass = 'first'", "outcome = 'repaired'");
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
    Dataset<Row> judgements =
        results.select(explode(col("judgements")).as("judgement")).select("judgement.*");
    Row questions = counts(accepted.toDF(), OF_QUESTIONS);
    Row repairs = counts(judgements, Map.of(REPAIRS, RECOVERED));
    return targets.entrySet().stream()
        .map(
            target ->
                measure(
                    target.getKey(),
                    target.getValue(),
                    REPAIRS.equals(target.getKey()) ? repairs : questions))
        .toList();
  }

  private static Measure measure(String name, double target, Row counts) {
    return measure(name, counts.<Long>getAs(name + HITS), counts.<Long>getAs(name), target);
  }

  private static Row counts(Dataset<Row> rows, Map<String, Share> shares) {
    String[] sums =
        shares.entrySet().stream()
            .flatMap(share -> counts(share.getKey(), share.getValue()))
            .toArray(String[]::new);
    return rows.selectExpr(sums).head();
  }

  private static Stream<String> counts(String name, Share share) {
    return Stream.of(
        "count_if((%s) AND (%s)) AS %s".formatted(share.of(), share.hit(), name + HITS),
        "count_if(%s) AS %s".formatted(share.of(), name));
  }

  static Measure measure(String name, long hits, long n, double target) {
    Estimate share = Wilson.interval(hits, n);
    return new Measure(name, hits, n, share.point().value(), share.low(), share.high(), target);
  }
}
