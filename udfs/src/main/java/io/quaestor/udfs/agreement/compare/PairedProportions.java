package io.quaestor.udfs.agreement.compare;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import io.quaestor.udfs.agreement.Wilson;

/** Shares of two samples whose trials come in pairs; for a test see {@code McNemar}. */
public final class PairedProportions {
  private PairedProportions() {}

  /**
   * The share that A passes less the share that B passes, -1 to 1, with the 95% interval from both
   * Wilson intervals and the correlation of the pairs (Newcombe 1998, Stat Med 17:2635, method 10).
   * Undefined ({@code no_pairs}) without pairs.
   */
  public static Estimate difference(TwoByTwo table) {
    long n = table.n();
    if (n == 0) {
      return Estimate.undefined(Statistic.NO_PAIRS);
    }
    Estimate a = Wilson.interval(table.bothPass() + table.bOnlyFail(), n);
    Estimate b = Wilson.interval(table.bothPass() + table.aOnlyFail(), n);
    double value = ((double) table.bOnlyFail() - table.aOnlyFail()) / n;
    double phi = correlation(table);
    return Estimate.between(
        value,
        value - apart(a.point().value() - a.low(), b.high() - b.point().value(), phi),
        value + apart(a.high() - a.point().value(), b.point().value() - b.low(), phi));
  }

  private static double apart(double first, double second, double phi) {
    return Math.sqrt(Math.max(0, first * first - 2 * phi * first * second + second * second));
  }

  /** Phi with the method's correction for continuity; 0 where a margin is empty. */
  private static double correlation(TwoByTwo t) {
    double margins =
        ((double) t.bothPass() + t.bOnlyFail())
            * ((double) t.aOnlyFail() + t.bothFail())
            * ((double) t.bothPass() + t.aOnlyFail())
            * ((double) t.bOnlyFail() + t.bothFail());
    if (margins == 0) {
      return 0;
    }
    double product = (double) t.bothPass() * t.bothFail() - (double) t.aOnlyFail() * t.bOnlyFail();
    double corrected = product > 0 ? Math.max(product - t.n() / 2.0, 0) : product;
    return corrected / Math.sqrt(margins);
  }
}
