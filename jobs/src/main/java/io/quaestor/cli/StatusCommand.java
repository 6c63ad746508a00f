package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.app.Status;
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
    try (App app =
        new App(main.globals().app(false), Clock.systemUTC(), (what, done, total) -> {})) {
      Status status = new Status(app.existingLake());
      (main.globals().json() ? status.json(run) : status.text(run))
          .forEach(spec.commandLine().getOut()::println);
      return 0;
    }
  }
}
