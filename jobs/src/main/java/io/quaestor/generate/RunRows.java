package io.quaestor.generate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.prompt.Prompt;
import io.quaestor.tables.Batch;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of a run, from the slots of its rounds. */
record RunRows(
    RunSpec spec,
    List<Round.Result> rounds,
    Dataset<Slot> slots,
    RunProgress progress,
    List<Prompt> prompts,
    Clock clock) {

  Dataset<Question> questions() {
    return slots
        .filter(col("question").isNotNull())
        .select("question.*")
        .as(RecordEncoder.of(Question.class));
  }

  Dataset<Rejection> rejections() {
    return slots
        .filter(col("rejection").isNotNull())
        .select("rejection.*")
        .as(RecordEncoder.of(Rejection.class));
  }

  Dataset<Batch> batches() {
    Dataset<Row> ends =
        slots
            .groupBy("batchId")
            .agg(
                ends(col("question").isNotNull()).as("accepted"),
                ends(col("rejection.outcome").equalTo("rejected")).as("rejected"),
                ends(col("rejection.outcome").equalTo("failed")).as("failed"));
    Dataset<Row> generated =
        rounds.stream()
            .map(
                round ->
                    round
                        .batches()
                        .select("work.batch.*", "askId", "failure", "attempts", "surplus"))
            .reduce(Dataset::union)
            .orElseThrow();
    Dataset<Row> validations =
        rounds.stream()
            .map(
                round ->
                    round
                        .validations()
                        .select(col("subjectId").as("batchId"), col("askId").as("validationAskId")))
            .reduce(Dataset::union)
            .orElseThrow();
    return generated
        .join(ends, "batchId")
        .join(
            validations,
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("batchId")).toSeq(),
            "left_outer")
        .withColumn("asked", col("count"))
        .withColumn("status", when(col("failure").isNull(), "complete").otherwise("failed"))
        .withColumnRenamed("failure", "reason")
        .select(columns(Batch.class))
        .as(RecordEncoder.of(Batch.class));
  }

  /** The run itself, from its finished batches. */
  GenerationRun run(Dataset<Batch> batches, boolean missingValidations) {
    Row sums =
        batches
            .selectExpr(
                "count(*)",
                "sum(asked)",
                "sum(accepted)",
                "sum(rejected)",
                "sum(failed)",
                "count_if(status = 'failed')")
            .head();
    boolean partial = sums.getLong(5) > 0 || missingValidations;
    return new GenerationRun(
        spec.runId(),
        DirectPipeline.NAME,
        spec.conf().version(),
        versions(),
        arguments(),
        spec.seed(),
        spec.target(),
        rounds.size(),
        (int) sums.getLong(0),
        (int) sums.getLong(1),
        (int) sums.getLong(2),
        (int) sums.getLong(3),
        (int) sums.getLong(4),
        partial ? "partial" : "complete",
        progress.stopReason(),
        clock.instant(),
        clock.instant());
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    prompts.forEach(prompt -> versions.put(prompt.name(), prompt.sha256()));
    return versions;
  }

  private Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("unit", spec.unit());
    arguments.put("type", spec.type());
    arguments.put("difficulty", spec.difficulty());
    arguments.put("model", spec.model());
    arguments.values().removeIf(java.util.Objects::isNull);
    return arguments;
  }

  private static Column ends(Column condition) {
    return count(when(coalesce(condition, lit(false)), true)).cast("int");
  }

  private static Column[] columns(Class<?> record) {
    return java.util.Arrays.stream(record.getRecordComponents())
        .map(component -> col(component.getName()))
        .toArray(Column[]::new);
  }
}
