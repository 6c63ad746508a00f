package io.quaestor.udfs.agreement;

/**
 * A figure with its 95% interval.
 *
 * @param point when undefined, the rest is null
 * @param standardError null too where the interval is not built from one
 * @param low lower bound of the interval
 * @param high upper bound of the interval
 */
public record Estimate(Statistic point, Double standardError, Double low, Double high) {

  /** The 0.975 quantile of the standard normal distribution. */
  static final double Z95 = 1.959963984540054;

  static Estimate undefined(String reason) {
    return new Estimate(Statistic.undefined(reason), null, null, null);
  }

  /** Wald interval, not clipped. */
  static Estimate wald(double value, double standardError) {
    double margin = Z95 * standardError;
    return new Estimate(Statistic.of(value), standardError, value - margin, value + margin);
  }
}
