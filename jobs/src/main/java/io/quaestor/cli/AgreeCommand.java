package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.agree.Agree;
import io.quaestor.agree.AgreeOptions;
import io.quaestor.app.App;
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

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    return new Agree(context.lake(), app.clock()).execute(new AgreeOptions(auditors, flagged));
  }
}
