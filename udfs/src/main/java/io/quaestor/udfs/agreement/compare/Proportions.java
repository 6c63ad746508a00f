package io.quaestor.udfs.agreement.compare;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Quantiles;
import io.quaestor.udfs.agreement.Significance;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.Wilson;

/**
 * Shares of two independent samples: {@code x1} of {@code n1} against {@code x2} of {@code n2}.
 * Without trials in either everything here is undefined ({@code no_trials}).
 */
public record Proportions(long x1, long n1, long x2, long n2) {

  /** All succeed, or none do, in the one sample as in the other. */
  private static final String NO_ODDS = "no_odds";

  private static final double HALF = 0.5;

  /**
   * Two shares.
   *
   * @throws IllegalArgumentException unless 0 &lt;= x &lt;= n for both
   */
  public Proportions {
    if (x1 < 0 || x1 > n1 || x2 < 0 || x2 > n2) {
      throw new IllegalArgumentException(
          "No two shares: %d of %d and %d of %d; successes have to lie between 0 and trials"
              .formatted(x1, n1, x2, n2));
    }
  }

  /**
   * The first share less the second, -1 to 1, with the 95% interval from both Wilson intervals
   * (Newcombe 1998, Stat Med 17:873, method 10).
   */
  public Estimate difference() {
    return difference(Estimate.LEVEL);
  }

  /** The same with an interval of another level. */
  public Estimate difference(double level) {
    if (isEmpty()) {
      return Estimate.undefined(Statistic.NO_TRIALS);
    }
    Estimate first = Wilson.interval(x1, n1, level);
    Estimate second = Wilson.interval(x2, n2, level);
    double value = share(x1, n1) - share(x2, n2);
    return Estimate.between(
        value,
        value - Math.hypot(share(x1, n1) - first.low(), second.high() - share(x2, n2)),
        value + Math.hypot(first.high() - share(x1, n1), share(x2, n2) - second.low()));
  }

  /**
   * Odds of the first sample over those of the second, 0 and up, with Woolf's logarithmic 95%
   * interval (1955, Ann Hum Genet 19:251). With an empty cell there is no interval: the ratio is 0,
   * {@code infinite}, or undefined ({@code no_odds}).
   */
  public Estimate oddsRatio() {
    return oddsRatio(false, Estimate.LEVEL);
  }

  /**
   * The same of another level.
   *
   * @param adjusted adds a half to each cell (Haldane 1956, Anscombe 1956), so that there always is
   *     an interval
   */
  public Estimate oddsRatio(boolean adjusted, double level) {
    if (isEmpty()) {
      return Estimate.undefined(Statistic.NO_TRIALS);
    }
    double extra = adjusted ? HALF : 0;
    double[] cells = {x1 + extra, n1 - x1 + extra, x2 + extra, n2 - x2 + extra};
    double over = cells[0] * cells[3];
    double under = cells[1] * cells[2];
    if (under == 0) {
      return Estimate.undefined(over == 0 ? NO_ODDS : Statistic.INFINITE);
    }
    return over == 0 ? Estimate.of(Statistic.of(0)) : woolf(over / under, cells, level);
  }

  private static Estimate woolf(double ratio, double[] cells, double level) {
    double sum = 0;
    for (double cell : cells) {
      sum += 1 / cell;
    }
    double factor = Math.exp(Quantiles.normal(level) * Math.sqrt(sum));
    return Estimate.between(ratio, ratio / factor, ratio * factor);
  }

  /**
   * Cohen's h, {@code 2 asin sqrt p1 - 2 asin sqrt p2}, -pi to pi (Cohen 1988, Statistical Power
   * Analysis, chapter 6), with the 95% interval of variance {@code 1/n1 + 1/n2}.
   */
  public Estimate cohensH() {
    if (isEmpty()) {
      return Estimate.undefined(Statistic.NO_TRIALS);
    }
    double value =
        2 * Math.asin(Math.sqrt(share(x1, n1))) - 2 * Math.asin(Math.sqrt(share(x2, n2)));
    double error = Math.sqrt(1.0 / n1 + 1.0 / n2);
    double margin = Quantiles.normal(Estimate.LEVEL) * error;
    return new Estimate(Statistic.of(value), error, value - margin, value + margin);
  }

  /**
   * The pooled z test of equal shares, two-sided; undefined ({@code no_variation}) when all or none
   * succeed in both samples.
   */
  public Significance zTest() {
    if (isEmpty()) {
      return Significance.undefined(Statistic.NO_TRIALS);
    }
    double n = (double) n1 + n2;
    double pooled = ((double) x1 + x2) / n;
    if (pooled == 0 || x1 == n1 && x2 == n2) {
      return Significance.undefined(Statistic.NO_VARIATION);
    }
    double fails = ((double) (n1 - x1) + (n2 - x2)) / n;
    double z = (share(x1, n1) - share(x2, n2)) / Math.sqrt(pooled * fails * (1.0 / n1 + 1.0 / n2));
    return Significance.of(z, Quantiles.twoSidedNormal(z));
  }

  private boolean isEmpty() {
    return n1 == 0 || n2 == 0;
  }

  private static double share(long successes, long trials) {
    return (double) successes / trials;
  }
}
