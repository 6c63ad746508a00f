package io.quaestor.generate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.RunSpec;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Batch;
import io.quaestor.tables.GenerationRun;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of a run, from what its rounds made. */
record RunRows(RunSpec spec, Pipeline pipeline, Made made, RunProgress progress, Clock clock)
    implements RunParts {

  /**
   * What the rounds made.
   *
   * @param slots of all results, of those that ask the same the first one only
   */
  record Made(Dataset<BatchResult> results, Dataset<Slot> slots, int rounds) {}

  @Override
  public Dataset<Slot> slots() {
    return made.slots();
  }

  @Override
  public Dataset<BatchResult> results() {
    return made.results();
  }

  @Override
  public Dataset<Batch> batches() {
    Dataset<Row> ends =
        made.slots()
            .groupBy("batchId")
            .agg(
                ends(col("question").isNotNull()).as("accepted"),
                ends(col("rejection.outcome").equalTo("rejected")).as("rejected"),
                ends(col("rejection.outcome").equalTo("failed")).as("failed"));
    Dataset<Row> results =
        made.results()
            .selectExpr(
                "batch.*",
                "size(slots) AS asked",
                "status",
                "details",
                "calls.failure AS reason",
                "calls.askId",
                "calls.checkAskId AS validationAskId",
                "calls.attempts",
                "calls.surplus");
    return RecordEncoder.typed(
        results
            .join(ends, new String[] {"batchId"}, "left_outer")
            .na()
            .fill(0, new String[] {"accepted", "rejected", "failed"}),
        Batch.class);
  }

  @Override
  public GenerationRun run(Dataset<Batch> batches) {
    Row sums =
        batches
            .selectExpr(
                "count(*)",
                "coalesce(sum(asked), 0)",
                "coalesce(sum(accepted), 0)",
                "coalesce(sum(rejected), 0)",
                "coalesce(sum(failed), 0)",
                "count_if(status = 'failed')",
                "count_if(status = 'needs_attention')")
            .head();
    boolean partial = sums.getLong(5) > 0 || !made.results().filter(col("gaps")).isEmpty();
    return new GenerationRun(
        spec.runId(),
        spec.conf().kind(),
        spec.conf().version(),
        versions(),
        arguments(),
        spec.seed(),
        spec.target(),
        made.rounds(),
        (int) sums.getLong(0),
        (int) sums.getLong(1),
        (int) sums.getLong(2),
        (int) sums.getLong(3),
        (int) sums.getLong(4),
        sums.getLong(6) > 0 ? "needs_attention" : partial ? "partial" : "complete",
        progress.stopReason(),
        pipeline.measures(made.results(), questions()),
        clock.instant(),
        clock.instant());
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    pipeline.steps().stream()
        .map(Step::prompt)
        .forEach(prompt -> versions.put(prompt.name(), prompt.sha256()));
    return versions;
  }

  private Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("unit", spec.scope().unit());
    arguments.put("document", spec.scope().document());
    arguments.put("type", spec.type());
    arguments.put("difficulty", spec.difficulty());
    arguments.put("model", spec.model());
    arguments.putAll(pipeline.arguments());
    arguments.values().removeIf(Objects::isNull);
    return arguments;
  }

  private static Column ends(Column condition) {
    return count(when(coalesce(condition, lit(false)), true)).cast("int");
  }
}
