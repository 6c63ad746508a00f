package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.delete.DeleteJob;
import io.quaestor.delete.Kind;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code delete}. */
@Command(
    name = "delete",
    description =
        "Deletes a batch with its questions and all that was said of them, a document with its"
            + " chunks (questions made from it stay, stale), or an experiment. All of it or nothing.")
final class DeleteCommand extends JobCommand {
  @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
  private Kind kind;

  @Parameters(
      index = "1",
      paramLabel = "ID",
      description = "Its id; or a document's path, for all versions; or an experiment's name.")
  private String id;

  @Option(names = "--dry-run", description = "Only count the rows of every table.")
  private boolean dryRun;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    return new DeleteJob(context.lake(), app.clock(), runId).execute(kind, id, dryRun);
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    out.println(
        dryRun
            ? "Nothing was deleted: this is what would be."
            : "Undo it with `quaestor restore %s`, as long as history is kept."
                .formatted(report.runId()));
  }
}
