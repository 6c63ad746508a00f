package io.quaestor.cli;

import io.quaestor.app.App;
import io.quaestor.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code report}. */
@Command(name = "report", description = "Writes one self-contained HTML page over the warehouse.")
final class ReportCommand extends ReadCommand {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "quaestor-report.html",
      description = "Where to (default: ${DEFAULT-VALUE}).")
  private String out;

  @Override
  void read(App app) {
    String file = new Report(app.existingLake(), app.clock()).execute(out);
    out().println(Summary.reportLine(file, json()));
  }
}
