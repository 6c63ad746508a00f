package io.quaestor.sample;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What there is to draw from: the questions that an auditor judged as they are now. */
final class Frame {
  private Frame() {}

  /**
   * One row per question and auditor with the latest verdict: {@code questionId, auditor,
   * contentSha256, type, difficulty, outcome, gate, soft}.
   */
  static Dataset<Row> verdicts(
      Dataset<Audit> audits, Dataset<Question> questions, List<String> auditors) {
    return audits
        .toDF()
        .where(col("auditor").isInCollection(auditors))
        .join(
            questions.select("questionId", "contentSha256", "type", "difficulty"),
            new String[] {"questionId", "contentSha256"},
            "inner")
        .groupBy("questionId", "auditor", "contentSha256", "type", "difficulty")
        .agg(
            expr(
                "max_by(struct(outcome, gateCriteria AS gate, softCriteria AS soft),"
                    + " struct(auditedAt, auditId)) AS latest"))
        .select("questionId", "auditor", "contentSha256", "type", "difficulty", "latest.*");
  }

  /** One row per question: {@code questionId, contentSha256, type, difficulty, disagreement}. */
  static Dataset<Row> questions(Dataset<Row> verdicts) {
    return verdicts
        .selectExpr(
            "questionId",
            "contentSha256",
            "type",
            "difficulty",
            "if(outcome = 'unscored', NULL, outcome = 'pass') AS gate",
            "if(outcome = 'unscored', NULL, outcome = 'pass' AND"
                + " NOT exists(map_values(soft), v -> NOT v)) AS every")
        .groupBy("questionId", "contentSha256", "type", "difficulty")
        .agg(
            expr(
                "coalesce(min(gate) <> max(gate), false) OR"
                    + " coalesce(min(every) <> max(every), false) AS disagreement"));
  }

  /** Questions by type, difficulty and disagreement, in that order; a few dozen at most. */
  static List<Stratum> strata(Dataset<Row> questions) {
    return questions
        .groupBy("type", "difficulty", "disagreement")
        .agg(expr("count(*) AS population"), expr("0L AS drawn"))
        .orderBy("type", "difficulty", "disagreement")
        .as(RecordEncoder.of(Stratum.class))
        .collectAsList();
  }

  /** Every criterion of these auditors, those that gate first. */
  static List<Criterion> criteria(Dataset<Row> verdicts) {
    return verdicts
        .selectExpr(
            "inline(concat("
                + "transform(map_keys(gate), c -> named_struct('name', c, 'gates', true)),"
                + "transform(map_keys(soft), c -> named_struct('name', c, 'gates', false))))")
        .groupBy("name")
        .agg(expr("if(bool_or(gates), 'gate', 'soft') AS kind"), expr("'' AS meaning"))
        .orderBy("kind", "name")
        .as(RecordEncoder.of(Criterion.class))
        .collectAsList();
  }

  /**
   * What a person is to judge.
   *
   * @param kind {@code gate}, or {@code soft} when it gates with no auditor
   * @param meaning empty when no configured auditor says
   */
  public record Criterion(String name, String kind, String meaning) {}
}
