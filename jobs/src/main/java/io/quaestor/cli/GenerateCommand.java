package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.audit.AuditJob;
import io.quaestor.audit.AuditOptions;
import io.quaestor.generate.GenerateJob;
import io.quaestor.generate.GenerateOptions;
import io.quaestor.generate.RunArtifact;
import io.quaestor.generate.plan.PlanSummary;
import io.quaestor.generate.plan.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate}. */
@Command(name = "generate", description = "Makes pending questions from the corpus.")
final class GenerateCommand extends AskingCommand {
  @Option(
      names = "--pipeline",
      paramLabel = "P",
      description = "Way of making them: a file of conf/pipelines (default: direct).")
  private String pipeline;

  @Option(names = "--unit", paramLabel = "U", description = "Only from this unit.")
  private String unit;

  @Option(names = "--type", paramLabel = "T", description = "Only this question type.")
  private String type;

  @Option(names = "--difficulty", paramLabel = "D", description = "Only this difficulty.")
  private String difficulty;

  @Option(
      names = "--target",
      paramLabel = "N",
      description = "Accepted questions wanted (default: the pipeline's).")
  private Integer target;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "Model alias for generation, in place of the routing.")
  private String model;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Same seed, same draw.")
  private long seed;

  @Option(names = "--audit", description = "Audit the new questions with the default auditor.")
  private boolean audit;

  @Option(names = "--dry-run", description = "Print the plan and what it would cost; ask nothing.")
  private boolean dryRun;

  @Option(
      names = "--artifact",
      paramLabel = "FILE",
      description = "Write the run's questions, in order, as one JSON document.")
  private String artifact;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    GenerateOptions options =
        new GenerateOptions(
            pipeline == null ? app.home().defaultPipeline() : pipeline,
            new Scope(unit, null, null),
            type,
            difficulty,
            model,
            target,
            seed);
    GenerateJob run = new GenerateJob(context, options, app.clock());
    if (dryRun) {
      PlanSummary plan = PlanSummary.of(run.plan(), run.costs(), app.home().conf());
      plan.lines().forEach(err()::println);
      return JobOutcome.complete(plan.counts(), false);
    }
    JobOutcome outcome = run.execute();
    if (artifact != null) {
      RunArtifact.write(context.lake(), run.runId(), artifact);
    }
    if (audit) {
      AuditOptions everyPending = new AuditOptions(AuditJob.DEFAULT, false, null, unit, false);
      outcome = outcome.then(new AuditJob(context, everyPending, runId).execute());
    }
    return outcome;
  }
}
