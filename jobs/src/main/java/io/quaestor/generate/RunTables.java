package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Batch;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.PlannedBatch;
import java.util.List;
import org.apache.spark.sql.Dataset;

/** The tables of one run: what it has, and writing what it made. */
final class RunTables {
  private final Lake lake;
  private final String runId;

  RunTables(Lake lake, String runId) {
    this.lake = lake;
    this.runId = runId;
  }

  /** The run when it is complete; null when there is something left to do. */
  GenerationRun finished() {
    List<GenerationRun> rows =
        lake.read(Tables.GENERATION_RUNS)
            .filter(col("runId").equalTo(runId).and(col("status").equalTo("complete")))
            .takeAsList(1);
    return rows.isEmpty() ? null : rows.get(0);
  }

  /** Replaces the run's plan. */
  void plan(Dataset<PlannedBatch> plan) {
    lake.replace(Tables.PLANS, plan, "run_id", runId);
  }

  /** Writes everything, the run itself last: it marks the others as whole. */
  GenerationRun write(RunRows rows) {
    lake.insertNew(Tables.QUESTIONS, rows.questions());
    lake.replace(Tables.REJECTIONS, rows.rejections(), "run_id", runId);
    replaceIfAny(Tables.JUDGEMENTS, rows.judgements());
    replaceIfAny(Tables.FACTS, rows.facts());
    replaceIfAny(Tables.CANDIDATES, rows.candidates());
    Dataset<Batch> batches = lake.settled(rows.batches());
    lake.replace(Tables.BATCHES, batches, "run_id", runId);
    GenerationRun run = rows.run(batches);
    lake.replace(
        Tables.GENERATION_RUNS,
        lake.spark().createDataset(List.of(run), RecordEncoder.of(GenerationRun.class)),
        "run_id",
        runId);
    return run;
  }

  /** Most pipelines have no rows for these tables. */
  private <T extends Record> void replaceIfAny(Table<T> table, Dataset<T> rows) {
    if (lake.exists(table) || !rows.isEmpty()) {
      lake.replace(table, rows, "run_id", runId);
    }
  }
}
