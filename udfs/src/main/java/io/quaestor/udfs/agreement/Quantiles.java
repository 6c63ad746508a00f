package io.quaestor.udfs.agreement;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/** Quantiles and tails of the distributions that intervals and tests are made with. */
public final class Quantiles {
  private static final double MANY_DEGREES = 1e4;
  private static final double ACCURACY = 1e-14;

  private Quantiles() {}

  /**
   * The standard normal quantile that a two-sided interval of the level ends at; 1.96 for 0.95.
   *
   * @throws IllegalArgumentException unless the level lies between 0 and 1
   */
  public static double normal(double level) {
    requireLevel(level);
    return level == Estimate.LEVEL
        ? Estimate.Z95
        : new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
  }

  /**
   * As {@link #normal}, of Student's t. From ten thousand degrees of freedom on by the first two
   * terms of Cornish and Fisher's expansion (1937), whose error is of order 1 / degrees^3.
   */
  public static double student(double level, double degrees) {
    requireLevel(level);
    if (degrees > MANY_DEGREES) {
      double z = normal(level);
      double z2 = z * z;
      return z
          + z * (z2 + 1) / (4 * degrees)
          + z * (z2 * (5 * z2 + 16) + 3) / (96 * degrees * degrees);
    }
    return new TDistribution(null, degrees, ACCURACY).inverseCumulativeProbability((1 + level) / 2);
  }

  /** Probability that a standard normal variable lies further from 0 than z. */
  public static double twoSidedNormal(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  /**
   * Probability that Student's t lies further from 0 than the value; from ten thousand degrees of
   * freedom on by the first two terms of Fisher's expansion (1925).
   */
  public static double twoSidedStudent(double t, double degrees) {
    double far = Math.abs(t);
    if (degrees <= MANY_DEGREES) {
      return Math.min(1, 2 * new TDistribution(null, degrees).cumulativeProbability(-far));
    }
    double t2 = far * far;
    double terms =
        far * (t2 + 1) / (4 * degrees)
            + far * (t2 * (t2 * (3 * t2 - 7) - 5) - 3) / (96 * degrees * degrees);
    double density = Math.exp(-t2 / 2) / Math.sqrt(2 * Math.PI);
    double more = density == 0 ? 0 : 2 * density * terms;
    return Math.max(0, Math.min(1, twoSidedNormal(far) + more));
  }

  /** The point below which a beta variable lies with the probability. */
  static double beta(double a, double b, double probability) {
    double accuracy = ACCURACY * Math.min(1, a / (a + b));
    return new BetaDistribution(null, a, b, accuracy).inverseCumulativeProbability(probability);
  }

  private static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "No interval has level %s: a level lies between 0 and 1, such as 0.95".formatted(level));
    }
  }
}
