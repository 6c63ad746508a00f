package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.generate.RunTables;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentCohort;
import io.quaestor.tables.ExperimentRun;
import io.quaestor.tables.GenerationRun;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * Makes a cohort's run one of production, its questions pending: an audit then decides, and asks
 * nothing of an auditor that has judged them in the experiment.
 *
 * <p>Reads the tables of the experiment; writes those of a generation run. Once is as good as
 * twice.
 */
public final class PromoteCohort {
  private final Lake lake;
  private final Experiment experiment;
  private final ExperimentCohort cohort;

  /**
   * @throws JobException with exit code 2 when there is no such experiment or cohort
   */
  public PromoteCohort(JobContext context, String experiment, String cohort, Clock clock) {
    this.lake = context.lake();
    this.experiment = Pinned.find(lake, experiment);
    this.cohort = new Pinned(context, this.experiment, clock).cohort(cohort);
  }

  /**
   * @throws JobException with exit code 2 when the cohort has not been generated yet
   */
  public JobOutcome execute() {
    List<ExperimentRun> made = lake.read(Tables.EXPERIMENT_RUNS).filter(ofRun()).takeAsList(1);
    if (made.isEmpty()) {
      throw JobException.input(
          "not_generated",
          "The cohort %s of experiment %s has no questions yet"
              .formatted(cohort.name(), experiment.name()),
          "run `quaestor experiment generate %s`".formatted(experiment.name()));
    }
    GenerationRun run = made.get(0).run();
    boolean known = !lake.read(Tables.GENERATION_RUNS).filter(ofRun()).isEmpty();
    if (!known) {
      StoredParts parts =
          new StoredParts(
              run,
              lake.read(Tables.EXPERIMENT_BATCHES).filter(ofRun()),
              lake.read(Tables.EXPERIMENT_QUESTIONS).filter(ofRun()));
      RunTables tables = new RunTables(lake, cohort.runId());
      tables.plan(parts.plan());
      tables.write(parts);
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("questions", (long) run.accepted());
    counts.put("promoted", known ? 0L : run.accepted());
    counts.put("batches", (long) run.batches());
    return JobOutcome.complete(counts, !known);
  }

  private Column ofRun() {
    return col("runId").equalTo(cohort.runId());
  }
}
