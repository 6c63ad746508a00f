package io.quaestor.cli;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that runs one job and prints how it ended. */
abstract class JobCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** The job itself. */
  abstract JobOutcome execute(App app, JobContext context, String runId);

  /** Whether this is the demo: offline, and small. */
  boolean demo() {
    return false;
  }

  /** What the user said of calls to models. */
  CallOptions calls() {
    return CallOptions.NONE;
  }

  /** What to say after the summary, for people. */
  void after(JobReport report, PrintWriter out) {}

  @Override
  public Integer call() {
    ConsoleProgress progress =
        new ConsoleProgress(err(), System.console() != null, System::nanoTime);
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    try (App app = new App(globals().app(demo(), calls()), Clock.systemUTC(), progress)) {
      JobReport report =
          app.run(job(), arguments, (context, runId) -> execute(app, context, runId));
      progress.end();
      print(report);
      return report.exitCode();
    }
  }

  Globals globals() {
    return ((Main) spec.root().userObject()).globals();
  }

  /** The command as the user gives it, such as {@code import audits}. */
  private String job() {
    String program = spec.root().name() + " ";
    return spec.qualifiedName().substring(program.length());
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private void print(JobReport report) {
    if (report.error() != null) {
      JobReport.Failure error = report.error();
      Failures.print(new JobException(null, error.code(), error.message(), error.remedy()), err());
    }
    if (globals().json()) {
      out().println(Summary.json(report));
    } else if (report.error() == null) {
      Summary.text(report).forEach(out()::println);
      after(report, out());
    }
    out().flush();
  }
}
