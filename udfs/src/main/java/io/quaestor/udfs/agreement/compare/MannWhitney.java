package io.quaestor.udfs.agreement.compare;

import io.quaestor.udfs.agreement.Quantiles;
import io.quaestor.udfs.agreement.Significance;
import io.quaestor.udfs.agreement.Statistic;
import java.util.Map;

/**
 * Whether values of the first sample tend to be larger (Mann and Whitney 1947, Ann Math Stat
 * 18:50). U counts the pairs in which the first is larger, and half of the ties. Undefined ({@code
 * no_values}) when a sample is empty.
 */
public final class MannWhitney {
  static final String NO_VALUES = "no_values";
  private static final int SMALL = 50;

  private MannWhitney() {}

  /** {@link #exact} for fewer than 50 values each without ties, else {@link #normal}. */
  public static Significance of(Ranks ranks) {
    boolean small = ranks.size(0) < SMALL && ranks.size(1) < SMALL;
    return small && !ranks.hasTies() ? exact(ranks) : normal(ranks);
  }

  /** U with the two-sided p-value from all orders of the values; none ({@code ties}) with ties. */
  public static Significance exact(Ranks ranks) {
    int n1 = Math.toIntExact(ranks.size(0));
    int n2 = Math.toIntExact(ranks.size(1));
    if (n1 == 0 || n2 == 0) {
      return Significance.undefined(NO_VALUES);
    }
    double u = u(ranks);
    if (ranks.hasTies()) {
      return new Significance(Statistic.of(u), Statistic.undefined("ties"));
    }
    double[] orders = orders(n1, n2);
    double total = 0;
    double least = 0;
    for (int i = 0; i < orders.length; i++) {
      total += orders[i];
      least += i <= Math.min(u, (double) n1 * n2 - u) ? orders[i] : 0;
    }
    return Significance.of(u, Math.min(1, 2 * least / total));
  }

  /**
   * U with the normal p-value, corrected for ties and for continuity by a half; none ({@code
   * no_variation}) when all values are the same.
   */
  public static Significance normal(Ranks ranks) {
    double n1 = ranks.size(0);
    double n2 = ranks.size(1);
    if (n1 == 0 || n2 == 0) {
      return Significance.undefined(NO_VALUES);
    }
    double n = n1 + n2;
    double ties = 0;
    for (Map.Entry<Double, long[]> each : ranks.ascending()) {
      double tied = (double) each.getValue()[0] + each.getValue()[1];
      if (tied == n) {
        return new Significance(
            Statistic.of(u(ranks)), Statistic.undefined(Statistic.NO_VARIATION));
      }
      ties += tied / n * (tied * tied - 1);
    }
    double variance = n1 * n2 / 12 * (n + 1 - ties / (n - 1));
    double apart = Math.max(0, Math.abs(u(ranks) - n1 * n2 / 2) - 0.5);
    return Significance.of(u(ranks), Quantiles.twoSidedNormal(apart / Math.sqrt(variance)));
  }

  static double u(Ranks ranks) {
    double u = 0;
    double below = 0;
    for (Map.Entry<Double, long[]> each : ranks.ascending()) {
      long[] count = each.getValue();
      u += count[0] * (below + count[1] / 2.0);
      below += count[1];
    }
    return u;
  }

  /** In how many orders of the values U is 0, 1, and so on: Gaussian binomial coefficients. */
  private static double[] orders(int n1, int n2) {
    double[] orders = new double[n1 * n2 + 1];
    orders[0] = 1;
    for (int i = 1; i <= n1; i++) {
      for (int u = orders.length - 1; u >= n2 + i; u--) {
        orders[u] -= orders[u - n2 - i];
      }
      for (int u = i; u < orders.length; u++) {
        orders[u] += orders[u - i];
      }
    }
    return orders;
  }
}
