package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import io.quaestor.generate.Harness;
import io.quaestor.generate.HarnessOptions;
import io.quaestor.generate.Trial;
import io.quaestor.generate.plan.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code harness}. */
@Command(
    name = "harness",
    description = "Tries one pipeline, or compares two, on a part of the corpus; stores nothing.")
final class HarnessCommand extends AskingCommand {
  @Option(
      names = "--pipeline",
      paramLabel = "P[,Q]",
      split = ",",
      required = true,
      description = "One, or two to compare: files of conf/pipelines.")
  private List<String> pipelines;

  @Option(names = "--document", paramLabel = "D", description = "Only this document: id or path.")
  private String document;

  @Option(names = "--unit", paramLabel = "U", description = "Only this unit.")
  private String unit;

  @Option(
      names = "--topic-limit",
      paramLabel = "N",
      description = "Only the first N topics of each unit.")
  private Integer topics;

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

  @Option(names = "--out", paramLabel = "FILE", description = "Write everything as JSON.")
  private Path out;

  private List<Trial> trials = List.of();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    Scope scope = new Scope(unit, document, topics);
    Harness harness =
        new Harness(context, new HarnessOptions(pipelines, scope, target, seed), app.clock());
    JobOutcome outcome = harness.execute();
    trials = harness.trials();
    if (out != null) {
      write();
    }
    return outcome;
  }

  @Override
  void after(JobReport report, PrintWriter printer) {
    for (Trial trial : trials) {
      printer.println();
      TrialText.of(trial).forEach(printer::println);
    }
    if (trials.size() == 2) {
      printer.println();
      TrialText.compared(trials.get(0), trials.get(1)).forEach(printer::println);
    }
  }

  private void write() {
    try {
      Files.writeString(out, Summary.json(new Trials(trials)) + "\n");
    } catch (IOException e) {
      throw JobException.input(
          "not_writable", "Cannot write %s".formatted(out), "name another file with --out");
    }
  }

  /** The document that {@code --out} writes. */
  private record Trials(List<Trial> trials) {}
}
