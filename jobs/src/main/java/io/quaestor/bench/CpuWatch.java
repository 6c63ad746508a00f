package io.quaestor.bench;

import io.quaestor.llm.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Notes what this process has used of its processors as calls are answered. */
final class CpuWatch implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(100);

  private final LongSupplier answered;
  private final List<Sample> samples = new ArrayList<>();
  private final Ticker ticker;

  record Sample(long answered, long cpuNanos) {}

  CpuWatch(LongSupplier answered) {
    this.answered = answered;
    this.ticker = new Ticker("cpu", EVERY, this::sample);
  }

  private void sample() {
    samples.add(new Sample(answered.getAsLong(), Bench.cpuNanos()));
  }

  /**
   * Of one call, between the first and the last tenth of them. To be asked when closed.
   *
   * @return nanoseconds; NaN when the run was too short to tell
   */
  double steadyNanos(long asks) {
    return steadyNanos(samples, asks);
  }

  static double steadyNanos(List<Sample> samples, long asks) {
    List<Sample> steady =
        samples.stream()
            .filter(s -> s.answered >= asks / 10 && s.answered <= asks - asks / 10)
            .toList();
    if (steady.size() < 2) {
      return Double.NaN;
    }
    Sample first = steady.get(0);
    Sample last = steady.get(steady.size() - 1);
    return (double) (last.cpuNanos - first.cpuNanos) / (last.answered - first.answered);
  }

  @Override
  public void close() {
    ticker.close();
  }
}
