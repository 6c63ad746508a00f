package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.topics.SuggestTopics;
import io.quaestor.topics.TopicLines;
import io.quaestor.topics.TopicsOptions;
import io.quaestor.topics.TopicsPlan;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code topics}. */
@Command(name = "topics", description = "Has a model suggest the topics of each unit.")
final class TopicsCommand extends AskingCommand {
  @Option(names = "--unit", paramLabel = "U", description = "Only of this unit.")
  private String unit;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "Model alias (default: that of conf/corpus/topics.yaml).")
  private String model;

  @Option(names = "--dry-run", description = "Print what would be asked and cost; ask nothing.")
  private boolean dryRun;

  private List<String> lines = List.of();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    SuggestTopics topics = new SuggestTopics(context, new TopicsOptions(unit, model));
    if (dryRun) {
      TopicsPlan plan = topics.plan(LocalDate.now(app.clock()));
      plan.lines().forEach(err()::println);
      return JobOutcome.complete(plan.counts(), false);
    }
    JobOutcome outcome = topics.execute();
    lines = TopicLines.of(context.lake(), unit);
    return outcome;
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    lines.forEach(out::println);
  }
}
