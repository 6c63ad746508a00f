package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Experiment;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Counts an experiment's rows by cohort, chunk and figure: {@code cohort}, {@code chunkId}, {@code
 * metric}, {@code of}, {@code x} and {@code n}, whose sums are the figure's two parts.
 */
record Counting(Lake lake, Dataset<Reply> replies, Experiment experiment) {
  private static final int REASONS = 12;

  /** One row for each cohort, chunk and figure that has anything to count there. */
  Dataset<Row> byChunk() {
    return slots()
        .union(audits())
        .union(calls())
        .union(likeness())
        .groupBy("cohort", "chunkId", "metric", "of")
        .agg(sum("x").as("x"), sum("n").as("n"));
  }

  private Dataset<Row> slots() {
    List<String> parts = new ArrayList<>();
    parts.add(part(Metric.YIELD, "''", "kept", "1D"));
    parts.add(part(Metric.ACCEPTED_PER_CHUNK, "''", "kept", "0D"));
    parts.add(part(Metric.QUALITY_SCORE, "''", "coalesce(score, 0D)", "double(score IS NOT NULL)"));
    parts.add(part(Metric.COST_PER_ACCEPTED, "''", "0D", "kept"));
    parts.add(part(Metric.TOKENS_PER_ACCEPTED, "''", "0D", "kept"));
    for (String reason : reasons()) {
      String name = "'%s'".formatted(reason);
      parts.add(part(Metric.REJECTED, name, "double(reason <=> %s)".formatted(name), "1D"));
    }
    return counted(
            of(Tables.EXPERIMENT_QUESTIONS)
                .withColumn("kept", expr("double(outcome = 'accepted')"))
                .withColumn("reason", col("rejection.reasons").getItem(0))
                .withColumn("score", col("question.qualityScore")),
            parts)
        .union(counted(pinned(), List.of(part(Metric.ACCEPTED_PER_CHUNK, "''", "0D", "1D"))));
  }

  /** What a row adds to the two sums of a figure. */
  private static String part(Metric metric, String of, String x, String n) {
    return "struct('%s' AS metric, %s AS of, %s AS x, %s AS n)".formatted(metric.key(), of, x, n);
  }

  private static Dataset<Row> counted(Dataset<Row> rows, List<String> parts) {
    return rows.selectExpr(
        "cohort", "chunkId", "inline(array(%s))".formatted(String.join(", ", parts)));
  }

  /** Those that turned down the most, of all cohorts. */
  private List<String> reasons() {
    return of(Tables.EXPERIMENT_QUESTIONS)
        .select(col("rejection.reasons").getItem(0).as("reason"))
        .filter("reason RLIKE '^[a-z0-9_]+$'")
        .groupBy("reason")
        .count()
        .orderBy(col("count").desc(), col("reason"))
        .select("reason")
        .as(Encoders.STRING())
        .takeAsList(REASONS);
  }

  private Dataset<Row> audits() {
    Dataset<Row> audits = of(Tables.EXPERIMENT_AUDITS);
    String active =
        "double(outcome = 'pass' AND auditor = '%s')".formatted(experiment.auditors().get(0));
    Dataset<Row> criteria =
        audits
            .selectExpr(
                "cohort",
                "chunkId",
                "auditor",
                "explode(map_concat(gateCriteria, softCriteria)) AS (criterion, holds)")
            .filter("holds IS NOT NULL");
    return counted(
            audits,
            List.of(
                part(
                    Metric.GATE_PASS,
                    "auditor",
                    "double(outcome = 'pass')",
                    "double(outcome <> 'unscored')"),
                part(Metric.UNSCORED, "auditor", "double(outcome = 'unscored')", "1D"),
                part(Metric.COST_PER_ACTIVE, "''", "0D", active),
                part(Metric.TOKENS_PER_ACTIVE, "''", "0D", active)))
        .union(
            counted(
                criteria,
                List.of(
                    part(
                        Metric.CRITERION,
                        "concat(auditor, ' ', criterion)",
                        "double(holds)",
                        "1D"))));
  }

  /** Audits are part of what an active question costs, not of what an accepted one does. */
  private Dataset<Row> calls() {
    return counted(
        priced()
            .selectExpr(
                "cohort",
                "chunkId",
                "double(costUsd) AS usd",
                "double(tokens) AS tokens",
                "purpose = 'audit' AS audit"),
        List.of(
            part(Metric.COST_PER_ACCEPTED, "''", "if(audit, 0D, usd)", "0D"),
            part(Metric.COST_PER_ACTIVE, "''", "usd", "0D"),
            part(Metric.TOKENS_PER_ACCEPTED, "''", "if(audit, 0D, tokens)", "0D"),
            part(Metric.TOKENS_PER_ACTIVE, "''", "tokens", "0D")));
  }

  private Dataset<Row> priced() {
    return of(Tables.EXPERIMENT_CALLS)
        .select("cohort", "chunkId", "askId", "purpose")
        .distinct()
        .join(
            replies.selectExpr(
                "askId",
                "costUsd",
                "inputTokens + cachedInputTokens + cacheWriteTokens + outputTokens AS tokens"),
            "askId");
  }

  /** How often each latency occurs among a cohort's calls to make questions. */
  Dataset<Row> latencies() {
    return of(Tables.EXPERIMENT_CALLS)
        .filter("purpose <> 'audit'")
        .select("cohort", "askId")
        .distinct()
        .join(replies.filter("status = 'ok'").select("askId", "latencyMs"), "askId")
        .groupBy("cohort", "latencyMs")
        .count();
  }

  /** Each pair of a chunk's questions; there are few questions in a chunk. */
  private Dataset<Row> likeness() {
    Dataset<Row> questions =
        of(Tables.EXPERIMENT_QUESTIONS)
            .filter("question IS NOT NULL")
            .selectExpr(
                "cohort",
                "chunkId",
                "slotId",
                "concat_ws(' ', question.stem, array_join(question.answer, ' ')) AS text");
    Dataset<Row> pairs =
        questions.join(
            questions.selectExpr(
                "cohort AS c", "chunkId AS k", "slotId AS other", "text AS otherText"),
            expr("cohort = c AND chunkId = k AND slotId < other"));
    return counted(
        pairs, List.of(part(Metric.SIMILARITY, "''", "cosine_similarity(text, otherText)", "1D")));
  }

  /** Every cohort with every pinned chunk. */
  private Dataset<Row> pinned() {
    return of(Tables.EXPERIMENT_RUNS)
        .select("cohort")
        .crossJoin(of(Tables.EXPERIMENT_CHUNKS).select("chunkId"));
  }

  private Dataset<Row> of(Table<?> table) {
    return lake.read(table)
        .toDF()
        .filter(col("experimentId").equalTo(lit(experiment.experimentId())));
  }
}
