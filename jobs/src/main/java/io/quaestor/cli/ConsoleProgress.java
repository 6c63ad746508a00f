package io.quaestor.cli;

import io.quaestor.Progress;
import java.io.PrintWriter;

/** Plain lines on standard error. */
final class ConsoleProgress implements Progress {
  private final PrintWriter err;

  ConsoleProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void at(String what, long done, long total) {
    err.println(
        total == 0 ? "%s %d".formatted(what, done) : "%s %d/%d".formatted(what, done, total));
    err.flush();
  }

  void end() {
    err.flush();
  }
}
