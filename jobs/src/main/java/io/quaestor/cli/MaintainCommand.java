package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.maintain.MaintainJob;
import io.quaestor.maintain.MaintainOptions;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code maintain}. */
@Command(
    name = "maintain",
    description = "Puts small files of tables together and removes what only old history needs.")
final class MaintainCommand extends JobCommand {
  @Option(
      names = "--retain",
      paramLabel = "TIME",
      defaultValue = "168h",
      converter = CallOptions.Time.class,
      description = "Keep history of this time, to undo deletions by (default: a week).")
  private Duration retain;

  @Option(names = "--force", description = "Keep less than a week; nothing else may be reading.")
  private boolean force;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    MaintainOptions options = new MaintainOptions(retain, force, dryRun);
    return new MaintainJob(context.lake(), context.progress()).execute(options);
  }
}
