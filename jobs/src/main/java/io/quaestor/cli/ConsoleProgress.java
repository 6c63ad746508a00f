package io.quaestor.cli;

import io.quaestor.Progress;
import io.quaestor.lease.CallsLine;
import io.quaestor.lease.State;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Progress on standard error: one line that changes on a terminal, a line now and then elsewhere.
 */
final class ConsoleProgress implements Progress {
  private static final long QUIET = Duration.ofSeconds(15).toNanos();

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private String stage = "";
  private long startedAt;
  private long saidAt;
  private int shown;

  /**
   * @param terminal whether a line can be written over
   */
  ConsoleProgress(PrintWriter err, boolean terminal, LongSupplier nanos) {
    this.err = err;
    this.terminal = terminal;
    this.nanos = nanos;
  }

  @Override
  public synchronized void at(String what, long done, long total) {
    clear();
    err.println(Progress.step(what, done, total));
    err.flush();
  }

  @Override
  public synchronized void note(String line) {
    clear();
    err.println(line);
    err.flush();
  }

  @Override
  public synchronized void calls(State state) {
    long now = nanos.getAsLong();
    if (!state.what().equals(stage)) {
      stage = state.what();
      startedAt = now;
      saidAt = now;
    }
    if (terminal) {
      String line = CallsLine.of(state, now - startedAt);
      clear();
      err.print(line);
      shown = line.length();
    } else if (now - saidAt >= QUIET) {
      saidAt = now;
      err.println(CallsLine.of(state, now - startedAt));
    }
    err.flush();
  }

  synchronized void end() {
    clear();
    err.flush();
  }

  private void clear() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }
}
