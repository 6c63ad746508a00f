package io.quaestor.udfs.agreement;

/**
 * A figure with its interval, of 95% unless another level was asked for.
 *
 * @param point when undefined, the rest is null; an infinite ratio may still have a lower bound
 * @param standardError null too where the interval is not built from one
 * @param low lower bound of the interval; null where there is none
 * @param high upper bound of the interval; null where there is none
 */
public record Estimate(Statistic point, Double standardError, Double low, Double high) {

  /** The level of intervals unless another is asked for. */
  public static final double LEVEL = 0.95;

  /** The 0.975 quantile of the standard normal distribution. */
  static final double Z95 = 1.959963984540054;

  /** No figure, for the reason. */
  public static Estimate undefined(String reason) {
    return new Estimate(Statistic.undefined(reason), null, null, null);
  }

  /** A figure without an interval. */
  public static Estimate of(Statistic point) {
    return new Estimate(point, null, null, null);
  }

  /** A figure between two bounds that no standard error made. */
  public static Estimate between(double value, double low, double high) {
    return new Estimate(Statistic.of(value), null, low, high);
  }

  /** Wald interval, not clipped. */
  static Estimate wald(double value, double standardError) {
    double margin = Z95 * standardError;
    return new Estimate(Statistic.of(value), standardError, value - margin, value + margin);
  }

  /**
   * Student's interval with n - 1 degrees of freedom, cut off at 1 as chance-corrected agreement
   * is. Of fewer than two units there is neither error nor interval.
   */
  public static Estimate student(double value, double standardError, long n) {
    if (n < 2) {
      return of(Statistic.of(value));
    }
    double margin = Quantiles.student(LEVEL, n - 1.0) * standardError;
    return new Estimate(
        Statistic.of(value), standardError, value - margin, Math.min(1, value + margin));
  }
}
