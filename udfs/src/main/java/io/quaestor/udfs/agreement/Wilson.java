package io.quaestor.udfs.agreement;

/**
 * The score interval of a share (Wilson 1927, J Am Stat Assoc 22:209; method 3 of Newcombe 1998,
 * Stat Med 17:857), without continuity correction.
 */
public final class Wilson {
  private static final double Z2 = Estimate.Z95 * Estimate.Z95;

  private Wilson() {}

  /**
   * {@code successes / trials} with its 95% interval: the lower bound exactly 0 when there is no
   * success, the upper exactly 1 when there is no failure. Undefined ({@code no_trials}) when
   * trials is 0. Accurate for tiny shares of huge counts.
   *
   * @throws IllegalArgumentException unless 0 &lt;= successes &lt;= trials
   */
  public static Estimate interval(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "No share of %d successes in %d trials: successes have to lie between 0 and trials"
              .formatted(successes, trials));
    }
    if (trials == 0) {
      return Estimate.undefined(Statistic.NO_TRIALS);
    }
    double share = (double) successes / trials;
    double high = successes == trials ? 1 : upper((double) successes, (double) trials);
    // The bounds' product is x^2 / (n (n + z^2)): no difference of near-equal numbers.
    double low = share * successes / (trials + Z2) / high;
    return new Estimate(Statistic.of(share), null, low, high);
  }

  private static double upper(double successes, double trials) {
    double spread = successes / trials * (trials - successes) + Z2 / 4;
    return Math.min(1, (successes + Z2 / 2 + Estimate.Z95 * Math.sqrt(spread)) / (trials + Z2));
  }
}
