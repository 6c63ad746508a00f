package io.quaestor.udfs.agreement.compare;

import io.quaestor.udfs.agreement.Quantiles;
import io.quaestor.udfs.agreement.Statistic;

/**
 * How large a difference of paired shares has to be to be seen by a two-sided test at 5% in 80% of
 * all trials: Connor's sample size for McNemar's test (1987, Biometrics 43:207), {@code n = (z_a
 * sqrt(psi) + z_b sqrt(psi - d^2))^2 / d^2} with psi the share of pairs that differ.
 */
public final class PairedPower {
  /** The chance to see a difference that is there. */
  public static final double POWER = 0.80;

  /** Standard errors that a difference must be wide: 1.96 + 0.84. */
  public static final double ERRORS = Quantiles.normal(0.95) + Quantiles.normal(2 * POWER - 1);

  private static final double ACCURACY = 1e-9;

  private PairedPower() {}

  /**
   * Pairs that are needed to see a difference.
   *
   * @param difference more than 0 and at most {@code discordance}
   * @param discordance share of the pairs of which only one passes, more than 0, at most 1
   * @throws IllegalArgumentException when they are not
   */
  public static double pairs(double difference, double discordance) {
    require(discordance);
    if (!(difference > 0 && difference <= discordance)) {
      throw new IllegalArgumentException(
          "No sample shows a difference of %s when a share of %s of the pairs differ: it lies between 0 and that share"
              .formatted(difference, discordance));
    }
    double root =
        Quantiles.normal(0.95) * Math.sqrt(discordance)
            + Quantiles.normal(2 * POWER - 1) * Math.sqrt(discordance - difference * difference);
    return root * root / (difference * difference);
  }

  /**
   * The least difference that so many pairs show, 0 to 1; undefined ({@code too_few_pairs}) when
   * even the largest possible would not be seen.
   *
   * @param pairs independent ones; fractions are for pairs that are worth less
   * @param discordance share of the pairs of which only one passes, more than 0, at most 1
   * @throws IllegalArgumentException unless the share is one
   */
  public static Statistic minimumDetectable(double pairs, double discordance) {
    require(discordance);
    if (pairs(discordance, discordance) > pairs) {
      return Statistic.undefined("too_few_pairs");
    }
    double low = 0;
    double high = discordance;
    while (high - low > ACCURACY) {
      double middle = (low + high) / 2;
      if (pairs(middle, discordance) > pairs) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Statistic.of(high);
  }

  private static void require(double discordance) {
    if (!(discordance > 0 && discordance <= 1)) {
      throw new IllegalArgumentException(
          "A share of %s of the pairs cannot differ: use one above 0 and up to 1"
              .formatted(discordance));
    }
  }
}
