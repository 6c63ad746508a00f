package io.quaestor.quality;

import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Pearson's chi-square test of counts against an even spread (Pearson 1900, Phil Mag 50:157).
 *
 * @param chiSquare null when undefined, as are the two others
 * @param degreesOfFreedom one less than there are counts
 * @param pValue upper tail of the chi-square distribution, accurate for tiny values too
 * @param undefined null when the test holds
 */
record UniformTest(Double chiSquare, Integer degreesOfFreedom, Double pValue, String undefined) {
  static final String EXPECTED_BELOW_5 = "expected_below_5";
  static final String ONE_OPTION = "one_option";

  /** Least expected count for which the distribution is a fair approximation (Cochran 1954). */
  private static final int LEAST_EXPECTED = 5;

  static UniformTest undefined(String reason) {
    return new UniformTest(null, null, null, reason);
  }

  static UniformTest of(List<Long> counts) {
    long total = counts.stream().mapToLong(Long::longValue).sum();
    int degrees = counts.size() - 1;
    if (degrees < 1) {
      return undefined(ONE_OPTION);
    }
    double expected = (double) total / counts.size();
    if (expected < LEAST_EXPECTED) {
      return undefined(EXPECTED_BELOW_5);
    }
    double statistic =
        counts.stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    double tail = Gamma.regularizedGammaQ(degrees / 2.0, statistic / 2);
    return new UniformTest(statistic, degrees, tail, null);
  }
}
