package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.agree.Agree;
import io.quaestor.agree.AgreeOptions;
import io.quaestor.agree.Findings;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code agree}. */
@Command(name = "agree", description = "Compares auditors on the questions they both judged.")
final class AgreeCommand extends JobCommand {
  @Option(
      names = "--auditors",
      paramLabel = "A,B",
      split = ",",
      required = true,
      description = "Two or more; every pair is compared, in this order.")
  private List<String> auditors;

  @Option(
      names = "--flagged",
      paramLabel = "gate|any",
      defaultValue = "gate",
      description = "What counts as flagged in the summary; tables have both.")
  private String flagged;

  private Findings findings;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    Agree job = new Agree(context.lake(), context.home().conf(), app.clock());
    JobOutcome outcome = job.execute(new AgreeOptions(auditors, flagged));
    findings = job.findings();
    return outcome;
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    AgreementText.of(findings).forEach(out::println);
  }
}
