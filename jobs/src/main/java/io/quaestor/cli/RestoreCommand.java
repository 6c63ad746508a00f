package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.delete.RestoreJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code restore}. */
@Command(
    name = "restore",
    description =
        "Undoes a deletion: puts back the rows it took; what was written since stays as it is.")
final class RestoreCommand extends JobCommand {
  @Parameters(paramLabel = "RUN", description = "The run that deleted.")
  private String deletion;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    return new RestoreJob(context.lake(), app.clock(), runId).execute(deletion);
  }
}
