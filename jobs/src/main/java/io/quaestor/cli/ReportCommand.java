package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.report.Report;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code report}. */
@Command(name = "report", description = "Writes one self-contained HTML page over the warehouse.")
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "quaestor-report.html",
      description = "Where to (default: ${DEFAULT-VALUE}).")
  private String out;

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    try (App app = new App(main.globals().app(), clock, (what, done, total) -> {})) {
      String file = new Report(app.existingLake(), clock).execute(out);
      spec.commandLine().getOut().println(Summary.reportLine(file, main.globals().json()));
      return 0;
    }
  }
}
