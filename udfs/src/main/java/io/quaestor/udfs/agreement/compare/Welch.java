package io.quaestor.udfs.agreement.compare;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Quantiles;
import io.quaestor.udfs.agreement.Significance;
import io.quaestor.udfs.agreement.Statistic;

/**
 * Welch's t-test (1947, Biometrika 34:28) with Satterthwaite's degrees of freedom (1946, Biometrics
 * 2:110).
 *
 * @param difference the first mean less the second, with Student's 95% interval
 * @param test t and its two-sided p-value
 * @param degrees of freedom; null when undefined
 */
public record Welch(Estimate difference, Significance test, Double degrees) {
  private static final String NOT_FINITE = "not_finite";
  private static final String TOO_FEW = "too_few_values";

  /**
   * Compares the means. Undefined with fewer than two values in a sample ({@code too_few_values})
   * and when neither varies ({@code no_variation}), or figures pass what a double holds ({@code
   * not_finite}).
   */
  public static Welch of(Moments x, Moments y) {
    if (x.n() < 2 || y.n() < 2) {
      return undefined(TOO_FEW);
    }
    double first = x.varianceOfMean();
    double second = y.varianceOfMean();
    double variance = first + second;
    if (variance == 0) {
      return undefined(Statistic.NO_VARIATION);
    }
    double degrees =
        1
            / (Math.pow(first / variance, 2) / (x.n() - 1)
                + Math.pow(second / variance, 2) / (y.n() - 1));
    return of(x.mean() - y.mean(), Math.sqrt(variance), degrees);
  }

  private static Welch of(double difference, double error, double degrees) {
    double t = difference / error;
    if (!Double.isFinite(difference) || !Double.isFinite(error) || !Double.isFinite(t)) {
      return undefined(NOT_FINITE);
    }
    double margin = Quantiles.student(Estimate.LEVEL, degrees) * error;
    return new Welch(
        new Estimate(Statistic.of(difference), error, difference - margin, difference + margin),
        Significance.of(t, Quantiles.twoSidedStudent(t, degrees)),
        degrees);
  }

  private static Welch undefined(String reason) {
    return new Welch(Estimate.undefined(reason), Significance.undefined(reason), null);
  }
}
