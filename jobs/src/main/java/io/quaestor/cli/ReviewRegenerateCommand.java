package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.Regenerate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code review regenerate}. */
@Command(
    name = "regenerate",
    description = "Has another variant made as this one was, and archives this one.")
final class ReviewRegenerateCommand extends AskingCommand {
  @Parameters(paramLabel = "ID", description = "The question.")
  private String id;

  @Mixin private final ReviewOptions options = new ReviewOptions();

  @Override
  JobOutcome execute(App app, JobContext context, String runId) {
    return new Regenerate(context, app.clock()).execute(options.decision(id));
  }
}
