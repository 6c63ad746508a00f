package io.quaestor.generate.plan;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;

import io.quaestor.conf.PipelineConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.llm.Reply;
import io.quaestor.tables.PlannedBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * What batches of a pipeline cost, before and after.
 *
 * @param replies all there are
 */
public record Costs(Lake lake, Dataset<Reply> replies, PipelineConf pipeline) {
  private static final int NEWEST = 50;

  /** What a plan will cost, going by the past of the pipeline. */
  public CostEstimate expected(Dataset<PlannedBatch> plan) {
    Map<String, CostEstimate.Planned> planned = new HashMap<>();
    plan.groupBy("model")
        .agg(sum("estimatedCostUsd"), sum(expr("double(estimatedCostUsd) * estimatedCostUsd")))
        .collectAsList()
        .forEach(
            row ->
                planned.put(
                    row.getString(0),
                    new CostEstimate.Planned(row.getDecimal(1).doubleValue(), row.getDouble(2))));
    return CostEstimate.of(planned, past());
  }

  /** What the calls for a plan's batches cost, US dollars. */
  public double spent(Dataset<PlannedBatch> plan) {
    Row sum = paid().join(plan.select("batchId"), "batchId").agg(sum("cost")).head();
    return sum.isNullAt(0) ? 0 : sum.getDecimal(0).doubleValue();
  }

  private Dataset<Row> paid() {
    return replies
        .filter(col("subjectId").startsWith("bat_"))
        .groupBy(substring_index(col("subjectId"), "#", 1).as("batchId"))
        .agg(sum("costUsd").as("cost"));
  }

  /** Only of runs that ended: others have not paid for all of their batches yet. */
  private Map<String, CostEstimate.Past> past() {
    List<String> runs = ended();
    Map<String, CostEstimate.Past> past = new HashMap<>();
    if (runs.isEmpty()) {
      return past;
    }
    lake.read(Tables.PLANS)
        .filter(col("runId").isInCollection(runs).and(col("estimatedCostUsd").gt(0)))
        .join(paid(), "batchId")
        .withColumn("ratio", expr("double(cost) / double(estimatedCostUsd)"))
        .groupBy("model")
        .agg(count(lit(1)), avg("ratio"), stddev_samp("ratio"))
        .collectAsList()
        .forEach(
            row ->
                past.put(
                    row.getString(0),
                    new CostEstimate.Past(
                        row.getLong(1), row.getDouble(2), row.isNullAt(3) ? 0 : row.getDouble(3))));
    return past;
  }

  /** The newest of the pipeline's runs: older ones say less about what it costs now. */
  private List<String> ended() {
    return lake.read(Tables.GENERATION_RUNS)
        .filter(
            col("pipeline")
                .equalTo(pipeline.kind())
                .and(col("pipelineVersion").equalTo(pipeline.version())))
        .orderBy(col("finishedAt").desc())
        .limit(NEWEST)
        .select("runId")
        .as(Encoders.STRING())
        .collectAsList();
  }
}
