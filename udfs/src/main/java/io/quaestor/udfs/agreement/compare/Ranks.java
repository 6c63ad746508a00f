package io.quaestor.udfs.agreement.compare;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Two samples as how often each value occurs in them, in order: all that tests of ranks need, so
 * that scores of a few points cost a few counts however many were given. Mergeable.
 */
public final class Ranks {
  private final SortedMap<Double, long[]> counts = new TreeMap<>();

  /** Samples of these values; not a number is left out. */
  public static Ranks of(double[] x, double[] y) {
    Ranks ranks = new Ranks();
    for (double value : x) {
      ranks.add(0, value, 1);
    }
    for (double value : y) {
      ranks.add(1, value, 1);
    }
    return ranks;
  }

  /** Both states' values together. */
  public Ranks plus(Ranks other) {
    Ranks sum = new Ranks();
    for (Ranks each : new Ranks[] {this, other}) {
      each.counts.forEach(
          (value, count) -> {
            sum.add(0, value, count[0]);
            sum.add(1, value, count[1]);
          });
    }
    return sum;
  }

  /**
   * Adds a value of the first sample (0) or the second (1) that occurred so often.
   *
   * @throws ArithmeticException when a count passes 2^63 - 1
   */
  public void add(int sample, double value, long times) {
    if (!Double.isNaN(value)) {
      long[] count = counts.computeIfAbsent(value + 0.0, v -> new long[2]);
      count[sample] = Math.addExact(count[sample], times);
    }
  }

  long size(int sample) {
    return counts.values().stream().mapToLong(count -> count[sample]).sum();
  }

  /** Each value with its two counts, ascending. */
  Iterable<Map.Entry<Double, long[]>> ascending() {
    return counts.entrySet();
  }

  boolean hasTies() {
    return counts.values().stream().anyMatch(count -> count[0] + count[1] > 1);
  }
}
