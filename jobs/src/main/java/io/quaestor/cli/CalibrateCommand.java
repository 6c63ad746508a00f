package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.audit.calibrate.Calibrate;
import io.quaestor.audit.calibrate.CalibrateOptions;
import io.quaestor.audit.calibrate.CalibrationPlan;
import io.quaestor.tables.AuditorAccuracy;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calibrate}. */
@Command(
    name = "calibrate",
    description =
        "Tells how well auditors see: has them judge good questions, half of them with a defect"
            + " that code planted, and counts what they find.")
final class CalibrateCommand extends AskingCommand {
  @Option(
      names = "--auditors",
      paramLabel = "A,B",
      split = ",",
      required = true,
      description = "One or more; with three or more Dawid-Skene's estimates stand beside.")
  private List<String> auditors;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "400",
      description = "Questions to judge, half of them with a defect (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed draws other questions and plants other defects.")
  private long seed;

  @Option(names = "--unit", paramLabel = "U", description = "Only questions of this unit.")
  private String unit;

  @Option(
      names = "--batch-id",
      paramLabel = "B",
      description =
          "Questions of this batch, believed good whatever auditors said of them (default: the"
              + " active questions).")
  private String batchId;

  @Option(
      names = "--dry-run",
      description = "Print what would be planted, asked and paid; ask nothing.")
  private boolean dryRun;

  private List<AuditorAccuracy> findings = List.of();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    CalibrateOptions options = new CalibrateOptions(auditors, size, seed, unit, batchId);
    Calibrate job = new Calibrate(context, options, app.clock(), runId);
    if (dryRun) {
      CalibrationPlan plan = job.plan();
      plan.lines().forEach(err()::println);
      return JobOutcome.complete(plan.counts(), false);
    }
    JobOutcome outcome = job.execute();
    findings = job.findings();
    return outcome;
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    AccuracyText.of(findings, report.counts()).forEach(out::println);
  }
}
