package io.quaestor.cli;

import io.quaestor.ExitCode;
import io.quaestor.app.Doctor;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code doctor}. */
@Command(
    name = "doctor",
    description = "Checks configuration, storage, keys and providers, one line each.")
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Doctor.Finding> findings = new Doctor(main.globals().app(), System::getenv).examine();
    for (Doctor.Finding finding : findings) {
      out.printf("%-5s %s: %s%n", finding.well() ? "ok" : "FAIL", finding.what(), finding.detail());
      if (finding.remedy() != null) {
        out.println("        -> " + finding.remedy());
      }
    }
    out.flush();
    return findings.stream()
        .filter(finding -> !finding.well())
        .map(Doctor.Finding::exitCode)
        .findFirst()
        .orElse(ExitCode.DONE)
        .value();
  }
}
