package io.quaestor.cli;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Failures as people and schedulers see them. */
final class Failures {
  private Failures() {}

  /** The failure itself, or the one that caused it; anything else is internal. */
  static JobException of(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof JobException job) {
        return job;
      }
    }
    String message = failure.getMessage();
    return new JobException(
        ExitCode.INTERNAL,
        "internal",
        "%s: %s"
            .formatted(
                failure.getClass().getSimpleName(),
                message == null ? "" : message.lines().findFirst().orElse("")),
        "run again with -v for the stack trace",
        failure);
  }

  static void print(JobException failure, PrintWriter err) {
    err.println("quaestor: " + failure.getMessage());
    if (failure.remedy() != null) {
      err.println("  -> " + failure.remedy());
    }
    err.flush();
  }

  static boolean verbose(CommandLine command) {
    Object root = command.getCommandSpec().root().userObject();
    return root instanceof Main main && main.globals().verbose();
  }
}
