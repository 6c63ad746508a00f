package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.experiment.CompareExperiment;
import io.quaestor.tables.ExperimentResult;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code experiment compare}. */
@Command(
    name = "compare",
    description =
        "Compares what the cohorts made, chunk by chunk: what is kept, passed and paid, with"
            + " intervals and tests that are adjusted for how many there are.")
final class ExperimentCompareCommand extends JobCommand {
  @Parameters(paramLabel = "EXPERIMENT", description = "Its name or id.")
  private String experiment;

  private List<ExperimentResult> results = List.of();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    CompareExperiment job = new CompareExperiment(context, experiment, app.clock());
    JobOutcome outcome = job.execute();
    results = job.results();
    return outcome;
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    ExperimentText.of(results).forEach(out::println);
  }
}
