package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.app.ReviewText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code review compare}. */
@Command(name = "compare", description = "Shows two questions with what differs in [brackets].")
final class ReviewCompareCommand extends ReadCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "The question.")
  private String id;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "What to compare it with (default: its parent).")
  private String other;

  @Override
  void read(App app) {
    new ReviewText(app.existingLake(), app.clock(), json())
        .compare(id, other)
        .forEach(out()::println);
  }
}
