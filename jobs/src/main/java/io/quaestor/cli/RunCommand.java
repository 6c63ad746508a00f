package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.Chain;
import io.quaestor.audit.AuditJob;
import io.quaestor.generate.GenerateOptions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run PATH...}. */
@Command(
    name = "run",
    description = "All stages on your own files: ingest, generate, audit, report.")
final class RunCommand extends AskingCommand {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "File, folder or Hadoop URI.")
  private List<String> paths;

  @Option(
      names = "--pipeline",
      paramLabel = "P",
      description = "Way of making questions: a file of conf/pipelines (default: direct).")
  private String pipeline;

  @Option(
      names = "--auditor",
      paramLabel = "A",
      defaultValue = AuditJob.DEFAULT,
      description = "Sets the status of the questions (default: ${DEFAULT-VALUE}).")
  private String auditor;

  @Option(
      names = "--second",
      paramLabel = "B",
      description = "A second auditor to compare with; its verdicts are recorded only.")
  private String second;

  @Option(
      names = "--target",
      paramLabel = "N",
      description = "Accepted questions wanted (default: the pipeline's).")
  private Integer target;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Same seed, same draw.")
  private long seed;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      defaultValue = "quaestor-report.html",
      description = "Where to write the report (default: ${DEFAULT-VALUE}).")
  private String report;

  @Option(names = "--dry-run", description = "Ingest, print the plan and its cost; ask nothing.")
  private boolean dryRun;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    GenerateOptions generate =
        GenerateOptions.all(
            pipeline == null ? app.home().defaultPipeline() : pipeline, target, seed);
    Chain.Plan plan = Chain.Plan.of(paths, generate, auditor, second, report);
    Chain chain = new Chain(context, app.clock(), runId);
    return dryRun ? chain.dryRun(plan, err()::println) : chain.execute(plan);
  }
}
