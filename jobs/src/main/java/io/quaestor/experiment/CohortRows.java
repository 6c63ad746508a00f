package io.quaestor.experiment;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.quaestor.generate.PinnedRun;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentBatch;
import io.quaestor.tables.ExperimentCohort;
import io.quaestor.tables.ExperimentQuestion;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a cohort's run made, as rows of the experiment's own tables. */
record CohortRows(Experiment experiment, ExperimentCohort cohort, PinnedRun.Made made) {

  Dataset<ExperimentBatch> batches() {
    Dataset<Row> ends = made.parts().batches().select(col("batchId"), struct("*").as("batch"));
    return owned(
        made.results()
            .select(
                col("batch.batchId"),
                col("batch.chunkIds").getItem(0).as("chunkId"),
                col("batch").as("plan"),
                col("judgements"),
                col("facts"),
                col("candidates"))
            .join(ends, "batchId"),
        ExperimentBatch.class);
  }

  Dataset<ExperimentQuestion> questions() {
    Dataset<Row> asked =
        made.plan().select(col("batchId"), col("chunkIds").getItem(0).as("chunkId"));
    return owned(
        made.slots()
            .join(asked, "batchId")
            .withColumn(
                "slotId", coalesce(col("question.questionId"), col("rejection.rejectionId")))
            .withColumn(
                "outcome",
                when(col("question").isNotNull(), "accepted").otherwise(col("rejection.outcome"))),
        ExperimentQuestion.class);
  }

  private <T extends Record> Dataset<T> owned(Dataset<Row> rows, Class<T> type) {
    return RecordEncoder.typed(
        rows.withColumn("experimentId", lit(experiment.experimentId()))
            .withColumn("cohort", lit(cohort.name()))
            .withColumn("runId", lit(cohort.runId())),
        type);
  }
}
