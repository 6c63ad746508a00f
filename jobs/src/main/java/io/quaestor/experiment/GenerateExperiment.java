package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.generate.PinnedRun;
import io.quaestor.generate.plan.Source;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.lake.Together;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentAudit;
import io.quaestor.tables.ExperimentBatch;
import io.quaestor.tables.ExperimentCall;
import io.quaestor.tables.ExperimentCohort;
import io.quaestor.tables.ExperimentQuestion;
import io.quaestor.tables.ExperimentRun;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Has every cohort of an experiment make its questions, and its auditors judge them.
 *
 * <p>Reads {@code experiments}, {@code experiment_chunks}, {@code documents}, {@code chunks};
 * writes {@code experiment_batches}, {@code experiment_questions}, {@code experiment_audits},
 * {@code experiment_calls} and, last, {@code experiment_runs}. The tables of production stay as
 * they are. A killed run is run again: its asks are answered by the ledger and its rows are the
 * same. A whole one makes no call and changes nothing.
 */
public final class GenerateExperiment {
  private final JobContext context;
  private final Lake lake;
  private final Clock clock;
  private final String jobRunId;
  private final Pinned pinned;
  private final Experiment experiment;
  private final Asking asking = new Asking();
  private final List<String> lines = new ArrayList<>();

  /**
   * @param name of the experiment, or its id
   * @param jobRunId the job run
   * @throws JobException with exit code 2 when there is none
   */
  public GenerateExperiment(JobContext context, String name, Clock clock, String jobRunId) {
    this.context = context;
    this.lake = context.lake();
    this.clock = clock;
    this.jobRunId = jobRunId;
    this.experiment = Pinned.find(lake, name);
    this.pinned = new Pinned(context, experiment, clock);
  }

  /**
   * What it would ask, cost and show; nothing is asked.
   *
   * @throws JobException with exit code 2 when what is pinned has changed
   */
  public Outlook plan() {
    return Outlook.of(pinned, pinned.source());
  }

  /**
   * @return {@code partial} when a batch failed or a verdict is missing
   * @throws JobException with exit code 2 when what is pinned has changed
   */
  public JobOutcome execute() {
    List<ExperimentRun> done = runs();
    if (done.size() == experiment.cohorts().size() && done.stream().allMatch(this::isWhole)) {
      return outcome(done, false);
    }
    Source source = pinned.source();
    Made made = make(source);
    Dataset<ExperimentAudit> audits = judge(made);
    Dataset<ExperimentCall> calls =
        lake.settled(asking.calls(experiment.experimentId(), made.batches(), made.questions()));
    List<ExperimentRun> runs = runs(made, audits, Books.of(calls, context.ledger().replies()));
    Together.run(
        () -> put(Tables.EXPERIMENT_BATCHES, made.batches()),
        () -> put(Tables.EXPERIMENT_QUESTIONS, made.questions()),
        () -> put(Tables.EXPERIMENT_AUDITS, audits),
        () -> put(Tables.EXPERIMENT_CALLS, calls));
    put(
        Tables.EXPERIMENT_RUNS,
        lake.spark().createDataset(runs, RecordEncoder.of(ExperimentRun.class)));
    return outcome(runs, true);
  }

  /** Who needed what, a line each, for people; none before. */
  public List<String> lines() {
    return lines;
  }

  /** All cohorts together. */
  private record Made(
      Dataset<ExperimentBatch> batches,
      Dataset<ExperimentQuestion> questions,
      Map<String, GenerationRun> runs) {}

  private Made make(Source source) {
    List<Dataset<ExperimentBatch>> batches = new ArrayList<>();
    List<Dataset<ExperimentQuestion>> questions = new ArrayList<>();
    Map<String, GenerationRun> runs = new LinkedHashMap<>();
    context.ledger().onAsked(asking);
    for (ExperimentCohort cohort : experiment.cohorts()) {
      context.progress().note("Cohort " + cohort.name());
      PinnedRun.Made made = pinned.run(cohort).execute(source);
      CohortRows rows = new CohortRows(experiment, cohort, made);
      batches.add(lake.settled(rows.batches()));
      questions.add(rows.questions());
      runs.put(cohort.name(), made.parts().run(lake.settled(made.parts().batches())));
    }
    return new Made(
        batches.stream().reduce(Dataset::union).orElseThrow(),
        lake.settled(questions.stream().reduce(Dataset::union).orElseThrow()),
        runs);
  }

  private Dataset<ExperimentAudit> judge(Made made) {
    Dataset<Question> accepted =
        made.questions()
            .filter(col("question").isNotNull())
            .select("question.*")
            .as(RecordEncoder.of(Question.class));
    Dataset<ExperimentAudit> audits = new Jury(context, experiment, jobRunId).judge(accepted);
    context.ledger().onAsked(asked -> {});
    return audits;
  }

  private List<ExperimentRun> runs(Made made, Dataset<ExperimentAudit> audits, Books books) {
    Map<String, Row> judged = new LinkedHashMap<>();
    audits
        .groupBy("cohort")
        .agg(Map.of("*", "count", "reason", "count"))
        .select("cohort", "count(1)", "count(reason)")
        .collectAsList()
        .forEach(row -> judged.put(row.getString(0), row));
    return experiment.cohorts().stream()
        .map(cohort -> run(cohort, made.runs().get(cohort.name()), judged, books))
        .toList();
  }

  private ExperimentRun run(
      ExperimentCohort cohort, GenerationRun run, Map<String, Row> judged, Books books) {
    String name = cohort.name();
    long audits = judged.containsKey(name) ? judged.get(name).getLong(1) : 0;
    if (audits != (long) run.accepted() * experiment.auditors().size()) {
      throw new IllegalStateException(
          "The audits of cohort %s do not add up: %d of %d questions by %d auditors"
              .formatted(name, audits, run.accepted(), experiment.auditors().size()));
    }
    return new ExperimentRun(
        cohort.runId(),
        experiment.experimentId(),
        name,
        run,
        audits,
        judged.containsKey(name) ? judged.get(name).getLong(2) : 0,
        books.calls(name),
        books.sharedCalls(name),
        books.sharedWith(name),
        books.cost(name),
        books.sharedCost(name),
        clock.instant());
  }

  private boolean isWhole(ExperimentRun run) {
    return run.unscored() == 0 && run.run().status().equals(JobOutcome.COMPLETE);
  }

  private List<ExperimentRun> runs() {
    return lake.read(Tables.EXPERIMENT_RUNS)
        .filter(col("experimentId").equalTo(experiment.experimentId()))
        .collectAsList();
  }

  private <T extends Record> void put(Table<T> table, Dataset<T> rows) {
    lake.replace(table, rows, "experiment_id", experiment.experimentId());
  }

  private JobOutcome outcome(List<ExperimentRun> runs, boolean changed) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (ExperimentRun each : runs) {
      String of = "_" + each.cohort();
      counts.put("asked" + of, (long) each.run().asked());
      counts.put("accepted" + of, (long) each.run().accepted());
      counts.put("rejected" + of, (long) each.run().rejected());
      counts.put("failed" + of, (long) each.run().failed());
      counts.put("unscored" + of, each.unscored());
      counts.put("calls" + of, each.calls());
      counts.put("shared_calls" + of, each.sharedCalls());
      lines.add(
          "%s needed %,d calls ($%.4f), of which %,d ($%.4f) were shared%s"
              .formatted(
                  each.cohort(),
                  each.calls(),
                  each.costUsd(),
                  each.sharedCalls(),
                  each.sharedCostUsd(),
                  each.sharedWith().isEmpty() ? "" : " with " + each.sharedWith()));
    }
    String status =
        runs.stream().allMatch(this::isWhole) ? JobOutcome.COMPLETE : JobOutcome.PARTIAL;
    return new JobOutcome(status, counts, changed, null);
  }
}
