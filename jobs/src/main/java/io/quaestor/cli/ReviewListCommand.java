package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.app.ReviewText;
import io.quaestor.review.Filter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code review list}. */
@Command(name = "list", description = "Lists questions in the order of their ids, page by page.")
final class ReviewListCommand extends ReadCommand {
  @Option(
      names = "--status",
      paramLabel = "S",
      description = "draft, approved, rejected, archived, stale, pending, active or flagged.")
  private String status;

  @Option(names = "--flagged", description = "Those that an auditor flagged.")
  private boolean flagged;

  @Option(names = "--disagreed", description = "Those that auditors judge differently.")
  private boolean disagreed;

  @Option(names = "--unit", paramLabel = "U", description = "Those of one unit.")
  private String unit;

  @Option(names = "--pipeline", paramLabel = "P", description = "Those of one pipeline.")
  private String pipeline;

  @Option(names = "--type", paramLabel = "T", description = "Those of one type.")
  private String type;

  @Option(names = "--difficulty", paramLabel = "D", description = "Those of one difficulty.")
  private String difficulty;

  @Option(names = "--search", paramLabel = "TEXT", description = "Those with this in the stem.")
  private String search;

  @Option(names = "--after", paramLabel = "ID", description = "The page behind this question.")
  private String after;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Questions of a page (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  void read(App app) {
    String state = disagreed ? "disagreed" : flagged ? "flagged" : status;
    Filter filter = new Filter(state, unit, pipeline, type, difficulty, search);
    new ReviewText(app.existingLake(), app.clock(), json())
        .list(filter, after, limit)
        .forEach(out()::println);
  }
}
