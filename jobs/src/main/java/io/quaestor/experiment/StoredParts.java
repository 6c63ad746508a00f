package io.quaestor.experiment;

import io.quaestor.generate.RunParts;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Batch;
import io.quaestor.tables.ExperimentBatch;
import io.quaestor.tables.ExperimentQuestion;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.PlannedBatch;
import org.apache.spark.sql.Dataset;

/** A cohort's run as an experiment keeps it. */
record StoredParts(
    GenerationRun run, Dataset<ExperimentBatch> results, Dataset<ExperimentQuestion> slots)
    implements RunParts {

  Dataset<PlannedBatch> plan() {
    return results.select("plan.*").as(RecordEncoder.of(PlannedBatch.class));
  }

  @Override
  public Dataset<Batch> batches() {
    return results.select("batch.*").as(RecordEncoder.of(Batch.class));
  }

  @Override
  public GenerationRun run(Dataset<Batch> batches) {
    return run;
  }
}
