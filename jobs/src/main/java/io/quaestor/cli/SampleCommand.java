package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.sample.DrawSample;
import io.quaestor.sample.SampleOptions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sample}. */
@Command(
    name = "sample",
    description =
        "Draws questions for a person to review, blind: disagreements of auditors and a random"
            + " share, by type and difficulty. Fill in the column passed, then import audits FILE.")
final class SampleCommand extends JobCommand {
  @Option(names = "--size", paramLabel = "N", required = true, description = "Questions to draw.")
  private int size;

  @Option(
      names = "--auditors",
      paramLabel = "A,B",
      split = ",",
      description = "Whose verdicts count (default: all auditors).")
  private List<String> auditors = List.of();

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another seed draws other questions.")
  private long seed;

  @Option(
      names = "--random-share",
      paramLabel = "R",
      defaultValue = "0.5",
      description = "Part drawn from all judged questions, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double randomShare;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A new file, .csv or .jsonl.")
  private String out;

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    SampleOptions options = new SampleOptions(size, auditors, seed, randomShare, out);
    return new DrawSample(context.lake(), context.home(), app.clock()).execute(options);
  }
}
