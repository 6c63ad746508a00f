package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.conf.GradedConf;
import io.quaestor.generate.graded.Rescore;
import io.quaestor.generate.graded.Rescored;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rescore}. */
@Command(
    name = "rescore",
    description =
        "Scores all judgements again under another rubric or other thresholds; asks nothing,"
            + " changes nothing, shows what would flip.")
final class RescoreCommand extends JobCommand {
  private static final int EXAMPLES = 20;

  @Option(
      names = "--pipeline",
      paramLabel = "P",
      required = true,
      description = "Whose rubric and thresholds: a graded file of conf/pipelines.")
  private String pipeline;

  @Option(
      names = "--keep",
      paramLabel = "NAME=MINIMUM",
      description =
          "In place of the file's: binaries, non_trivial, avg_likert or total_score to keep.")
  private Map<String, String> keep = new LinkedHashMap<>();

  @Option(names = "--repair", paramLabel = "NAME=MINIMUM", description = "The same to repair.")
  private Map<String, String> repair = new LinkedHashMap<>();

  @Option(names = "--run", paramLabel = "RUN", description = "Only this generation run.")
  private String run;

  private List<String> lines = List.of();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    if (!(context.home().pipeline(pipeline) instanceof GradedConf graded)) {
      throw JobException.input(
          "not_graded",
          "The pipeline %s has no rubric".formatted(pipeline),
          "use graded, graded-v3 or a file of your own with kind: graded");
    }
    Rescore rescore = new Rescore(context.lake(), graded.with(keep, repair), run);
    JobOutcome outcome = rescore.execute();
    lines = lines(rescore);
    return outcome;
  }

  @Override
  void after(JobReport report, PrintWriter out) {
    lines.forEach(out::println);
  }

  private static List<String> lines(Rescore rescore) {
    List<String> lines = new ArrayList<>();
    lines.add("%-10s %-10s %-10s %8s".formatted("pass", "before", "after", "n"));
    for (Rescore.Count count : rescore.matrix()) {
      lines.add(
          "%-10s %-10s %-10s %8d"
              .formatted(count.pass(), word(count.before()), word(count.after()), count.n()));
    }
    for (Rescored one : rescore.examples(EXAMPLES)) {
      lines.add(
          "%s (%s, %s): %s %s -> %s %s%s"
              .formatted(
                  one.questionId(),
                  one.pass(),
                  one.outcome(),
                  word(one.before()),
                  number(one.scoreBefore()),
                  word(one.after()),
                  number(one.scoreAfter()),
                  one.problems().isEmpty() ? "" : " " + one.problems()));
    }
    return lines;
  }

  private static String word(String verdict) {
    return verdict == null ? "undefined" : verdict;
  }

  private static String number(Double score) {
    return score == null ? "" : String.format(Locale.ROOT, "%.2f", score);
  }
}
