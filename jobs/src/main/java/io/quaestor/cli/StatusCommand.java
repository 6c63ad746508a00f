package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.app.Status;
import io.quaestor.lake.Lake;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code status}. */
@Command(name = "status", description = "Shows the runs of a warehouse, newest first.")
final class StatusCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", arity = "0..1", description = "One run, whole.")
  private String run;

  @Override
  public Integer call() {
    try (App app = new App(main.globals().app(), Clock.systemUTC(), (what, done, total) -> {})) {
      Lake lake = app.existingLake();
      String live = app.live(lake);
      if (live != null) {
        spec.commandLine().getErr().println(live);
      }
      Status status = new Status(lake);
      (main.globals().json() ? status.json(run) : status.text(run))
          .forEach(spec.commandLine().getOut()::println);
      return 0;
    }
  }
}
