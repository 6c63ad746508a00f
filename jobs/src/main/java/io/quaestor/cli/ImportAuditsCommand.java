package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.outside.ImportAudits;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code import audits}. */
@Command(
    name = "audits",
    description =
        "Imports verdicts, a row each: question_id, auditor, model, criterion, passed (true, false,"
            + " empty for unscored), optional kind (gate, soft), audited_at, severity, notes."
            + " Recorded only: an import never changes the status of a question.")
final class ImportAuditsCommand extends JobCommand {
  @Mixin private final ImportedFiles files = new ImportedFiles();

  @Option(
      names = "--soft",
      paramLabel = "C,D",
      split = ",",
      description = "Criteria that do not gate, of auditors without a file under conf/auditors.")
  private List<String> soft = List.of();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    ImportAudits job = new ImportAudits(context.lake(), context.home(), app.clock());
    JobOutcome outcome = job.execute(files.options(), soft, runId);
    files.print(job.rejects(), err());
    return outcome;
  }
}
