package io.quaestor.bench;

import io.quaestor.Progress;
import io.quaestor.app.AppOptions;
import io.quaestor.bench.ScoringRuns.Round;
import io.quaestor.bench.ScoringRuns.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The functions beside Spark's own expressions and bare scans, over the same Delta table in the
 * same run. Queries are planned and compiled before; rounds of all of them follow each other, after
 * one that is dropped.
 */
public final class ScoringBench {
  /** A hundredth of the rows, to see whether a row costs the same. */
  private static final int SOME = 100;

  /** So few that what they take is what any query takes. */
  private static final int FEW = 10_000;

  /** Queries are run until this is over, for one run may be too short to be measured. */
  private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final AppOptions app;
  private final ScoringOptions options;
  private final Progress progress;
  private final Map<ScoringQuery, List<Round>> rounds = new LinkedHashMap<>();

  public ScoringBench(AppOptions app, ScoringOptions options, Progress progress) {
    this.app = app;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Makes the table and measures.
   *
   * @throws io.quaestor.JobException when a function and the expressions differ in a verdict
   */
  public ScoringResult execute() {
    try (Workspace workspace = new Workspace(app)) {
      Load few = new Load(workspace, options.rows() / FEW);
      Load some = new Load(workspace, options.rows() / SOME);
      Load all = new Load(workspace, options.rows());
      requireSameVerdicts(workspace.spark(), all);
      ScoringQuery.ALL.forEach(some::run);
      for (int round = 1; round <= options.repeats(); round++) {
        for (ScoringQuery query : ScoringQuery.ALL) {
          progress.at("%s, round %d".formatted(query.name(), round), round, options.repeats());
          rounds
              .computeIfAbsent(query, q -> new ArrayList<>())
              .add(new Round(few.run(query), some.run(query), all.run(query)));
        }
      }
    }
    return new ScoringResult(options.rows(), options.repeats(), new ScoringRuns(rounds).figures());
  }

  private static void requireSameVerdicts(SparkSession spark, Load load) {
    Row found = spark.sql(ScoringQuery.DIFFERENCES.over(load.view)).head();
    Bench.require(
        found.getLong(0) == load.rows && found.getLong(1) == 0,
        "%d of %d rows have another verdict by rubric_v4 than by hand",
        found.getLong(1),
        found.getLong(0));
  }

  /** A table of so many rows and the queries over it. */
  private static final class Load {
    private final long rows;
    private final String view;
    private final Map<String, RDD<InternalRow>> plans = new LinkedHashMap<>();

    Load(Workspace workspace, long rows) {
      this.rows = rows;
      this.view = "judged_" + rows;
      SparkSession spark = workspace.spark();
      JudgedQuestions.of(spark, rows).write().format("delta").save(workspace.at(view));
      spark.read().format("delta").load(workspace.at(view)).createOrReplaceTempView(view);
      for (ScoringQuery query : ScoringQuery.ALL) {
        plans.put(query.name(), planned(spark.sql(query.over(view))));
      }
    }

    Run run(ScoringQuery query) {
      RDD<InternalRow> plan = plans.get(query.name());
      long cpu = Bench.cpuNanos();
      long start = System.nanoTime();
      int executions = 0;
      long wall = 0;
      while (wall < LEAST_NANOS) {
        Bench.require(plan.count() == rows, "%s lost rows", query.name());
        executions++;
        wall = System.nanoTime() - start;
      }
      return new Run(
          rows, (double) wall / executions, (double) (Bench.cpuNanos() - cpu) / executions);
    }

    private static RDD<InternalRow> planned(Dataset<Row> query) {
      return ((org.apache.spark.sql.classic.Dataset<Row>) query).queryExecution().toRdd();
    }
  }
}
