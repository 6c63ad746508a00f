package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.generate.GenerateJob;
import io.quaestor.generate.GenerateOptions;
import io.quaestor.generate.plan.CoverageSummary;
import io.quaestor.generate.plan.PlanSummary;
import io.quaestor.generate.plan.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plan}. */
@Command(
    name = "plan",
    description =
        "What the corpus has and lacks, and what a run would send and cost; asks nothing.")
final class PlanCommand extends JobCommand {
  @Option(
      names = "--pipeline",
      paramLabel = "P",
      description = "Way of making questions: a file of conf/pipelines (default: direct).")
  private String pipeline;

  @Option(names = "--unit", paramLabel = "U", description = "Only from this unit.")
  private String unit;

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

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    GenerateOptions options =
        new GenerateOptions(
            pipeline == null ? app.home().defaultPipeline() : pipeline,
            new Scope(unit, null, null),
            null,
            null,
            null,
            target,
            seed);
    GenerateJob run = new GenerateJob(context, options, app.clock());
    CoverageSummary coverage = CoverageSummary.of(run.coverage());
    PlanSummary plan = PlanSummary.of(run.plan(), run.costs(), app.home().conf());
    coverage.lines().forEach(err()::println);
    err().println();
    plan.lines().forEach(err()::println);
    Map<String, Long> counts = new LinkedHashMap<>(coverage.counts());
    counts.putAll(plan.counts());
    return JobOutcome.complete(counts, false);
  }
}
