package io.quaestor.cli;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Failures as people and schedulers see them. */
final class Failures {
  /** Of the operating system; Spark hands on the words of what failed in a task, not the cause. */
  private static final Pattern NOT_WRITABLE =
      Pattern.compile(
          "No space left on device|Disk quota exceeded|Read-only file system|Permission denied");

  private Failures() {}

  /** The failure itself, or the one that caused it; anything else is internal. */
  static JobException of(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof JobException job) {
        return job;
      }
      Matcher words = NOT_WRITABLE.matcher(String.valueOf(at.getMessage()));
      if (words.find()) {
        return new JobException(
            ExitCode.INPUT,
            "not_writable",
            "A file of the warehouse or a temporary one could not be written: " + words.group(),
            "make room or give access, then run again: what was answered is kept",
            failure);
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
