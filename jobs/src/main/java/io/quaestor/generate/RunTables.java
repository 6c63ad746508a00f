package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.lake.Together;
import io.quaestor.tables.Batch;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Question;
import java.util.List;
import org.apache.spark.sql.Dataset;

/**
 * The tables of one run: what it has, and writing what it made. Its plan is written before anything
 * else, so a run without one has no row anywhere; adding rows to a table is much quicker than
 * replacing some.
 */
public final class RunTables {
  private final Lake lake;
  private final String runId;
  private Boolean isNew;

  public RunTables(Lake lake, String runId) {
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

  /** Makes these the run's plan. */
  public void plan(Dataset<PlannedBatch> plan) {
    boolean first = isNew == null;
    if (first && isNew()) {
      lake.add(Tables.PLANS, plan);
    } else {
      replace(Tables.PLANS, plan);
    }
  }

  /** Whether the run had no row anywhere when it was first asked for. */
  private boolean isNew() {
    if (isNew == null) {
      isNew = lake.read(Tables.PLANS).filter(col("runId").equalTo(runId)).isEmpty();
    }
    return isNew;
  }

  /** Writes everything, the run itself last: it marks the others as whole. */
  public GenerationRun write(RunParts rows) {
    Dataset<Batch> batches = lake.settled(rows.batches());
    Together.run(
        () -> questions(rows.questions()),
        () -> put(Tables.REJECTIONS, rows.rejections()),
        () -> putIfAny(Tables.JUDGEMENTS, rows.judgements()),
        () -> putIfAny(Tables.FACTS, rows.facts()),
        () -> putIfAny(Tables.CANDIDATES, rows.candidates()),
        () -> put(Tables.BATCHES, batches));
    GenerationRun run = rows.run(batches);
    put(
        Tables.GENERATION_RUNS,
        lake.spark().createDataset(List.of(run), RecordEncoder.of(GenerationRun.class)));
    return run;
  }

  /** Those that are there already may have been judged since: they stay. */
  private void questions(Dataset<Question> rows) {
    if (isNew()) {
      lake.add(Tables.QUESTIONS, rows);
    } else {
      lake.insertNew(Tables.QUESTIONS, rows);
    }
  }

  /** Most pipelines have no rows for these tables. */
  private <T extends Record> void putIfAny(Table<T> table, Dataset<T> rows) {
    if (!rows.isEmpty() || !isNew() && lake.exists(table)) {
      put(table, rows);
    }
  }

  private <T extends Record> void put(Table<T> table, Dataset<T> rows) {
    if (isNew()) {
      lake.add(table, rows);
    } else {
      replace(table, rows);
    }
  }

  private <T extends Record> void replace(Table<T> table, Dataset<T> rows) {
    lake.replace(table, rows, "run_id", runId);
  }
}
