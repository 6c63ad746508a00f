package io.quaestor.udfs.agreement.compare;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Quantiles;
import io.quaestor.udfs.agreement.Statistic;
import java.util.SortedMap;

/** Quantiles of a sample, given as how often each value occurs in it. */
public final class OrderStatistics {
  private OrderStatistics() {}

  /**
   * The value that a share of all do not pass, with the 95% interval between two values of the
   * sample that the normal approximation of the binomial gives (Conover 1999, Practical
   * Nonparametric Statistics, section 3.2). Undefined ({@code no_values}) of none; a bound that
   * lies beyond the sample is null.
   *
   * @param share above 0 and below 1
   */
  public static Estimate quantile(SortedMap<Double, Long> counts, double share) {
    long n = counts.values().stream().mapToLong(Long::longValue).sum();
    if (n == 0) {
      return Estimate.undefined(MannWhitney.NO_VALUES);
    }
    double margin = Quantiles.normal(Estimate.LEVEL) * Math.sqrt(n * share * (1 - share));
    return new Estimate(
        Statistic.of(at(counts, (long) Math.max(1, Math.ceil(n * share - 1e-9)))),
        null,
        at(counts, (long) Math.ceil(n * share - margin)),
        at(counts, (long) Math.ceil(n * share + margin)));
  }

  /**
   * The second figure less the first, of two independent samples, with the interval that both
   * intervals make (Zou and Donner 2008, Stat Med 27:1693). Undefined as the figures are; without
   * bounds when one of theirs is null.
   */
  public static Estimate difference(Estimate first, Estimate second) {
    if (!first.point().isDefined() || !second.point().isDefined()) {
      return Estimate.undefined(MannWhitney.NO_VALUES);
    }
    double a = first.point().value();
    double b = second.point().value();
    if (first.low() == null
        || first.high() == null
        || second.low() == null
        || second.high() == null) {
      return Estimate.of(Statistic.of(b - a));
    }
    return Estimate.between(
        b - a,
        b - a - Math.hypot(b - second.low(), first.high() - a),
        b - a + Math.hypot(second.high() - b, a - first.low()));
  }

  /** The value of the rank, from 1; null where there is none. */
  private static Double at(SortedMap<Double, Long> counts, long rank) {
    long below = 0;
    for (var each : counts.entrySet()) {
      below += each.getValue();
      if (rank >= 1 && rank <= below) {
        return each.getKey();
      }
    }
    return null;
  }
}
