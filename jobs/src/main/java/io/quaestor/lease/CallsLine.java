package io.quaestor.lease;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** How far calls are, in a line. */
public final class CallsLine {
  private CallsLine() {}

  /**
   * @param nanos since the stage began, 0 when it is not known
   */
  public static String of(State state, long nanos) {
    double perSecond = nanos <= 0 ? 0 : state.done() * 1e9 / nanos;
    StringBuilder line = new StringBuilder(state.what());
    line.append(
        String.format(
            Locale.ROOT,
            ": %,d/%,d done, %d in flight, $%s",
            state.done(),
            state.asks(),
            state.inFlight(),
            state.spentUsd().setScale(2, RoundingMode.HALF_UP)));
    if (state.budgetUsd() != null) {
      line.append(" of $").append(state.budgetUsd().setScale(2, RoundingMode.FLOOR));
    }
    if (state.failed() > 0) {
      line.append(String.format(Locale.ROOT, ", %,d failed", state.failed()));
    }
    if (state.waitingFor() != null) {
      line.append(", waiting for ").append(state.waitingFor());
    }
    long left = state.asks() - state.done();
    if (perSecond > 0) {
      line.append(String.format(Locale.ROOT, ", %.1f/s", perSecond));
    }
    if (perSecond > 0 && left > 0) {
      line.append(", ").append(time((long) (left / perSecond))).append(" left");
    }
    return line.toString();
  }

  private static String time(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    return time.toHours() > 0
        ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
        : time.toMinutes() > 0
            ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
            : "%d s".formatted(seconds);
  }
}
