package io.quaestor.cli;

import io.quaestor.Progress;
import io.quaestor.app.App;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that runs beside a job: it asks no model and takes no lock. */
abstract class ReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  abstract void read(App app);

  @Override
  public final Integer call() {
    try (App app = new App(globals().app(), Clock.systemUTC(), Progress.SILENT)) {
      read(app);
      out().flush();
      return 0;
    }
  }

  private Globals globals() {
    return ((Main) spec.root().userObject()).globals();
  }

  final boolean json() {
    return globals().json();
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
