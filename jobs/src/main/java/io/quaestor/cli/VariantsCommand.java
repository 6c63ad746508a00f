package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.generate.VariantsJob;
import io.quaestor.generate.plan.PlanSummary;
import io.quaestor.generate.variants.VariantsOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code variants}. */
@Command(
    name = "variants",
    description = "Makes variants of one question, to be reviewed one by one.")
final class VariantsCommand extends AskingCommand {
  @Option(
      names = "--parent",
      paramLabel = "ID",
      required = true,
      description = "The question to make variants of.")
  private String parent;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Variants wanted: 1 to use as it is, 2 or 3 to choose from, more to explore.")
  private Integer count;

  @Option(
      names = "--difficulty",
      paramLabel = "D",
      description = "What they are to demand (default: what the parent does).")
  private String difficulty;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "Model alias, in place of the routing.")
  private String model;

  @Option(
      names = "--notes",
      paramLabel = "TEXT",
      description = "Wishes about wording and emphasis; they go with the request.")
  private String notes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed gives other variants.")
  private long seed;

  @Option(names = "--dry-run", description = "Print the plan and what it would cost; ask nothing.")
  private boolean dryRun;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    VariantsOptions options =
        new VariantsOptions(
            parent, count, difficulty, model, notes, System.getProperty("user.name"), seed);
    VariantsJob job = new VariantsJob(context, options, app.clock());
    if (dryRun) {
      PlanSummary plan = PlanSummary.of(job.plan(), job.costs(), app.home().conf());
      plan.lines().forEach(err()::println);
      return JobOutcome.complete(plan.counts(), false);
    }
    return job.execute();
  }
}
