package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.app.Status;
import io.quaestor.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code status}. */
@Command(name = "status", description = "Shows the runs of a warehouse, newest first.")
final class StatusCommand extends ReadCommand {
  @Parameters(paramLabel = "RUN", arity = "0..1", description = "One run, whole.")
  private String run;

  @Override
  void read(App app) {
    Lake lake = app.existingLake();
    String live = app.live(lake);
    if (live != null) {
      err().println(live);
    }
    Status status = new Status(lake);
    (json() ? status.json(run) : status.text(run)).forEach(out()::println);
  }
}
