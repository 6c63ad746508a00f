package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.experiment.GenerateExperiment;
import io.quaestor.experiment.Outlook;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code experiment generate}. */
@Command(
    name = "generate",
    description =
        "Has every cohort make its questions and the auditors judge them, in tables of their own."
            + " What cohorts ask alike is paid for once.")
final class ExperimentGenerateCommand extends AskingCommand {
  @Parameters(paramLabel = "EXPERIMENT", description = "Its name or id.")
  private String experiment;

  @Option(names = "--dry-run", description = "Print what it would ask and cost; ask nothing.")
  private boolean dryRun;

  private List<String> lines = List.of();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    GenerateExperiment job = new GenerateExperiment(context, experiment, app.clock(), runId);
    if (dryRun) {
      Outlook outlook = job.plan();
      outlook.lines().forEach(err()::println);
      return JobOutcome.complete(outlook.counts(), false);
    }
    JobOutcome outcome = job.execute();
    lines = job.lines();
    return outcome;
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    lines.forEach(out::println);
  }
}
