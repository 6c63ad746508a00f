package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.audit.AuditJob;
import io.quaestor.audit.AuditOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit}. */
@Command(
    name = "audit",
    description = "Has an auditor judge questions; those that pass its gate become active.")
final class AuditCommand extends AskingCommand {
  @Option(
      names = "--auditor",
      paramLabel = "A",
      defaultValue = AuditJob.DEFAULT,
      description = "A file under conf/auditors (default: ${DEFAULT-VALUE}).")
  private String auditor;

  @ArgGroup private Scope scope = new Scope();

  /** Exclusive. */
  static final class Scope {
    @Option(names = "--pending-only", description = "Only pending questions (the default).")
    private boolean pendingOnly;

    @Option(names = "--all", description = "Judge every question again and set its status.")
    private boolean all;
  }

  @Option(names = "--batch-id", paramLabel = "B", description = "Only questions of this batch.")
  private String batchId;

  @Option(names = "--unit", paramLabel = "U", description = "Only questions of this unit.")
  private String unit;

  @Option(
      names = "--record-only",
      description = "Keep the verdicts, leave the questions alone; all questions are in scope.")
  private boolean recordOnly;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    boolean everything = scope.all || recordOnly && !scope.pendingOnly;
    AuditOptions options = new AuditOptions(auditor, everything, batchId, unit, recordOnly);
    return new AuditJob(context, options, runId).execute();
  }
}
