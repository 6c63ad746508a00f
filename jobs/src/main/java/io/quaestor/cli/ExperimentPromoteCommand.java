package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.experiment.PromoteCohort;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code experiment promote}. */
@Command(
    name = "promote",
    description = "Makes a cohort's questions questions of production, pending until audited.")
final class ExperimentPromoteCommand extends JobCommand {
  @Parameters(paramLabel = "EXPERIMENT", description = "Its name or id.")
  private String experiment;

  @Option(names = "--cohort", paramLabel = "C", required = true, description = "Its name.")
  private String cohort;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    return new PromoteCohort(context, experiment, cohort, app.clock()).execute();
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    out.println("They are pending: quaestor audit asks nothing again that the experiment asked.");
  }
}
