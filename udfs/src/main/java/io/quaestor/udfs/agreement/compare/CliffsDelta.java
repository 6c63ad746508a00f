package io.quaestor.udfs.agreement.compare;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Quantiles;
import io.quaestor.udfs.agreement.Statistic;
import java.util.Map;

/**
 * Cliff's delta (1993, Psychol Bull 114:494): the share of pairs in which the first sample's value
 * is larger less the share in which it is smaller, -1 to 1.
 */
public final class CliffsDelta {
  private final Ranks ranks;
  private final double n1;
  private final double n2;
  private final double delta;

  private CliffsDelta(Ranks ranks) {
    this.ranks = ranks;
    this.n1 = ranks.size(0);
    this.n2 = ranks.size(1);
    this.delta = 2 * MannWhitney.u(ranks) / (n1 * n2) - 1;
  }

  /**
   * Delta with the asymmetric 95% interval of Feng and Cliff (2004, J Mod Appl Stat Methods 3:322)
   * from the consistent variance. Undefined ({@code no_values}) when a sample is empty; no interval
   * with a single value in a sample, or when the samples do not overlap and delta is -1 or 1.
   */
  public static Estimate of(Ranks ranks) {
    if (ranks.size(0) == 0 || ranks.size(1) == 0) {
      return Estimate.undefined(MannWhitney.NO_VALUES);
    }
    CliffsDelta cliff = new CliffsDelta(ranks);
    return cliff.n1 < 2 || cliff.n2 < 2 || Math.abs(cliff.delta) == 1
        ? Estimate.of(Statistic.of(cliff.delta))
        : cliff.interval();
  }

  private Estimate interval() {
    double variance = variance();
    double z = Quantiles.normal(Estimate.LEVEL);
    double rest = 1 - delta * delta;
    double noise = z * z * variance;
    double margin = z * Math.sqrt(variance * (rest * rest + noise));
    double centre = delta * rest;
    return new Estimate(
        Statistic.of(delta),
        Math.sqrt(variance),
        Math.max(-1, (centre - margin) / (rest + noise)),
        Math.min(1, (centre + margin) / (rest + noise)));
  }

  /** From how far each value of a sample dominates the other sample, and each pair. */
  private double variance() {
    double[] below = new double[2];
    double first = 0;
    double second = 0;
    double pairs = 0;
    for (Map.Entry<Double, long[]> each : ranks.ascending()) {
      long[] count = each.getValue();
      double larger = (2 * below[1] + count[1]) / n2 - 1;
      double smaller = 1 - (2 * below[0] + count[0]) / n1;
      first += count[0] * Math.pow(larger - delta, 2);
      second += count[1] * Math.pow(smaller - delta, 2);
      pairs += ofPairs(count, below);
      below[0] += count[0];
      below[1] += count[1];
    }
    double a = (n2 - 1) * first / (n1 - 1);
    double b = (n1 - 1) * second / (n2 - 1);
    return (a + b + pairs / ((n1 - 1) * (n2 - 1))) / (n1 * n2);
  }

  /** Squared deviations from delta of the pairs of one value of the first sample. */
  private double ofPairs(long[] count, double[] below) {
    double above = n2 - below[1] - count[1];
    return count[0]
        * (below[1] * Math.pow(1 - delta, 2)
            + count[1] * delta * delta
            + above * Math.pow(1 + delta, 2));
  }
}
