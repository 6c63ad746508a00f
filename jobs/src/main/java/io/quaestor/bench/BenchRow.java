package io.quaestor.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A path beside the bare loop, at one window and latency: medians of the repeats. Ratios are those
 * of runs that followed each other, then their median.
 *
 * @param latency {@code fixed} or {@code lognormal}
 * @param path {@code bare}, {@code calls} or {@code ledger}
 * @param steady share of the window in use, without the first and the last tenth of the requests
 * @param whole share of the window in use over the whole run
 * @param steadyOfBare bare is 1
 * @param wholeOfBare bare is 1
 * @param steadyCpuMicros of this process per call, without the first and the last tenth
 * @param steadyCpuOfBare bare is 1
 * @param cpuMicros of this process per call over the whole run
 * @param cpuOfBare bare is 1
 */
public record BenchRow(
    String latency,
    int window,
    String path,
    double steady,
    double whole,
    double steadyOfBare,
    double wholeOfBare,
    double steadyCpuMicros,
    double steadyCpuOfBare,
    double cpuMicros,
    double cpuOfBare) {

  /**
   * @param runs of the path, as many as of the bare loop, in the same order
   */
  static BenchRow of(
      Delays delays, int window, String path, List<Measured> runs, List<Measured> bare) {
    double ms = delays.meanMs();
    ToDoubleFunction<Measured> steady = run -> run.steady(ms, window);
    ToDoubleFunction<Measured> whole = run -> run.whole(ms, window);
    return new BenchRow(
        delays.sigma() == 0 ? "fixed" : "lognormal",
        window,
        path,
        median(runs, steady),
        median(runs, whole),
        ratio(runs, bare, steady),
        ratio(runs, bare, whole),
        median(runs, Measured::steadyCpuMicros),
        ratio(runs, bare, Measured::steadyCpuMicros),
        median(runs, Measured::cpuMicros),
        ratio(runs, bare, Measured::cpuMicros));
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    return median(runs.stream().mapToDouble(figure).toArray());
  }

  private static double ratio(
      List<Measured> runs, List<Measured> bare, ToDoubleFunction<Measured> figure) {
    ToDoubleBiFunction<Measured, Measured> of =
        (a, b) -> figure.applyAsDouble(a) / figure.applyAsDouble(b);
    return median(
        IntStream.range(0, runs.size())
            .mapToDouble(i -> of.applyAsDouble(runs.get(i), bare.get(i)))
            .toArray());
  }

  /** Of an even number of values, the mean of the two in the middle. */
  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
