package io.quaestor.udfs.agreement;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Whether two raters fail equally often, from the pairs that only one failed (McNemar 1947,
 * Psychometrika 12:153).
 */
public final class McNemar {
  private static final double MANY = 1e4;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private McNemar() {}

  /** The exact two-sided p-value, {@code 2 P(X <= min(b, c))} up to 1; 1 when b + c is 0. */
  public static double exact(long b, long c) {
    double n = (double) b + c;
    long least = Math.min(b, c);
    if (b == c) {
      return 1;
    }
    double tail =
        n > MANY ? expansion(least, n) : Beta.regularizedBeta(0.5, n - least, least + 1.0);
    return Math.min(1, 2 * tail);
  }

  /**
   * {@link #exact(long, long)} of a table's one-sided fails; undefined ({@code no_pairs}) without
   * pairs.
   */
  public static Statistic exact(TwoByTwo table) {
    return table.n() == 0
        ? Statistic.undefined(Statistic.NO_PAIRS)
        : Statistic.of(exact(table.aOnlyFail(), table.bOnlyFail()));
  }

  /**
   * {@code (b - c)^2 / (b + c)} as chi-square with 1 degree of freedom; with the continuity
   * correction (Edwards 1948, Psychometrika 13:185) {@code max(|b - c| - 1, 0)} is squared.
   * Undefined ({@code no_discordant_pairs}) when b + c is 0.
   */
  public static Significance chiSquare(TwoByTwo table, boolean corrected) {
    double discordant = (double) table.aOnlyFail() + table.bOnlyFail();
    if (discordant == 0) {
      return Significance.undefined(Discordance.NONE);
    }
    double apart = Math.abs((double) (table.aOnlyFail() - table.bOnlyFail()));
    double value = Math.pow(corrected ? Math.max(apart - 1, 0) : apart, 2) / discordant;
    return Significance.of(value, value == 0 ? 1 : Quantiles.twoSidedNormal(Math.sqrt(value)));
  }

  /**
   * P(X &lt;= k) of n fair tosses by Edgeworth's expansion to the second order with Sheppard's
   * correction, whose error is of order 1 / n^3: there an incomplete beta function has lost more
   * digits.
   */
  private static double expansion(long k, double n) {
    double variance = n / 4 - 1.0 / 12;
    double y = (k + 0.5 - n / 2) / Math.sqrt(variance);
    double fourth = (-n / 8 + 1.0 / 120) / (variance * variance);
    double sixth = n / 4 / (variance * variance * variance);
    double y2 = y * y;
    double he3 = y * (y2 - 3);
    double he5 = y * (y2 * (y2 - 10) + 15);
    double he7 = y * (y2 * (y2 * (y2 - 21) + 105) - 105);
    double terms = fourth / 24 * he3 + sixth / 720 * he5 + fourth * fourth / 1152 * he7;
    return Math.max(0, Quantiles.twoSidedNormal(y) / 2 - NORMAL.density(y) * terms);
  }
}
