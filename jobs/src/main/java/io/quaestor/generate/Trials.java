package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.generate.plan.Costs;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Measure;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Question;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sums up the rows of a run that was not stored. */
final class Trials {
  private static final int SAMPLES = 3;

  private Trials() {}

  static Trial of(Lake lake, String pipeline, RunRows rows, Costs costs) {
    Dataset<Question> questions = lake.settled(rows.questions());
    GenerationRun run = rows.run(lake.settled(rows.batches()));
    double cost =
        costs.spent(
            rows.made().results().select("batch.*").as(RecordEncoder.of(PlannedBatch.class)));
    return new Trial(
        pipeline,
        run.pipelineVersion(),
        run.status(),
        topics(rows),
        counts(rows.rejections().toDF(), "reasons[0]"),
        counts(questions.toDF(), "type"),
        counts(questions.toDF(), "difficulty"),
        spread(questions, "qualityScore"),
        new Trial.Grounding(
            spread(questions, "groundingScore"),
            spread(questions, "size(sourceEvidence.evidenceSpanIds)"),
            spread(questions, "qualityFlags.scores['reasoning_steps']")),
        kept(run),
        run.measures(),
        cost,
        run.accepted() == 0 ? null : cost / run.accepted(),
        questions.orderBy("unitId", "topic", "batchId", "slot").takeAsList(SAMPLES).stream()
            .map(Trials::sample)
            .toList());
  }

  private static Trial.Sample sample(Question question) {
    return new Trial.Sample(
        question.type(),
        question.difficulty(),
        question.stem(),
        question.options(),
        question.answer(),
        question.qualityScore(),
        question.qualityFlags().scores());
  }

  private static List<Trial.Topic> topics(RunRows rows) {
    return rows.made()
        .slots()
        .selectExpr(
            "coalesce(question.unitId, rejection.unitId) AS unitId",
            "coalesce(question.topic, rejection.topic) AS topic",
            "question IS NOT NULL AS passed",
            "coalesce(question.qualityFlags.wasRepaired, false) AS mended",
            "coalesce(rejection.outcome, '') AS outcome")
        .groupBy("unitId", "topic")
        .agg(
            expr("count_if(outcome <> 'failed')").as("generated"),
            expr("count_if(passed AND NOT mended)").as("kept"),
            expr("count_if(passed AND mended)").as("repaired"),
            expr("count_if(outcome = 'rejected')").as("rejected"),
            expr("count_if(outcome = 'failed')").as("failed"))
        .orderBy("unitId", "topic")
        .as(RecordEncoder.of(Trial.Topic.class))
        .collectAsList();
  }

  private static Map<String, Long> counts(Dataset<Row> rows, String expression) {
    Map<String, Long> counts = new LinkedHashMap<>();
    rows.selectExpr(expression + " AS name")
        .groupBy("name")
        .agg(count(lit(1)).as("n"))
        .orderBy(col("n").desc(), col("name"))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  private static Trial.Spread spread(Dataset<Question> questions, String expression) {
    return questions
        .selectExpr("double(%s) AS value".formatted(expression))
        .selectExpr(
            "count(value) AS n", "avg(value) AS mean", "min(value) AS min", "max(value) AS max")
        .as(RecordEncoder.of(Trial.Spread.class))
        .head();
  }

  private static Measure kept(GenerationRun run) {
    long drafts = run.accepted() + run.rejected();
    Estimate share = Wilson.interval(run.accepted(), drafts);
    return new Measure(
        "kept", run.accepted(), drafts, share.point().value(), share.low(), share.high(), 0);
  }
}
