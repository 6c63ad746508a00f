package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.ExperimentBatch;
import io.quaestor.tables.ExperimentCall;
import io.quaestor.tables.ExperimentQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps in mind who asked what, for the books. */
final class Asking implements Consumer<Dataset<Row>> {
  private final List<Dataset<Row>> asked = new ArrayList<>();

  @Override
  public void accept(Dataset<Row> asks) {
    asked.add(asks);
  }

  /**
   * One row for every ask and what it was about.
   *
   * @param batches of all cohorts; likewise the questions
   */
  Dataset<ExperimentCall> calls(
      String experimentId,
      Dataset<ExperimentBatch> batches,
      Dataset<ExperimentQuestion> questions) {
    Dataset<Row> owners =
        batches
            .select(col("batchId").as("owner"), col("cohort"), col("runId"), col("chunkId"))
            .union(questions.select("slotId", "cohort", "runId", "chunkId"));
    return RecordEncoder.typed(
        asked.stream()
            .reduce(Dataset::union)
            .orElseThrow()
            .withColumn("owner", substring_index(col("subjectId"), "#", 1))
            .join(owners, "owner")
            .withColumn("experimentId", lit(experimentId))
            .withColumn("callId", concat_ws("/", col("runId"), col("askId"), col("subjectId")))
            .dropDuplicates("callId"),
        ExperimentCall.class);
  }
}
