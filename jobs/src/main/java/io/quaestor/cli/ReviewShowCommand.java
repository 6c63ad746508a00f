package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.app.ReviewText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code review show}. */
@Command(name = "show", description = "Shows a question with what was done to it.")
final class ReviewShowCommand extends ReadCommand {
  @Parameters(paramLabel = "ID", description = "The question.")
  private String id;

  @Override
  void read(App app) {
    new ReviewText(app.existingLake(), app.clock(), json()).show(id).forEach(out()::println);
  }
}
