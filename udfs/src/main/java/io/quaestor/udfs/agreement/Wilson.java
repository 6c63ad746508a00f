package io.quaestor.udfs.agreement;

/**
 * The score interval of a share (Wilson 1927, J Am Stat Assoc 22:209; method 3 of Newcombe 1998,
 * Stat Med 17:857), without continuity correction.
 */
public final class Wilson {
  private final double successes;
  private final double trials;
  private final double z;

  private Wilson(long successes, long trials, double z) {
    this.successes = successes;
    this.trials = trials;
    this.z = z;
  }

  /**
   * {@code successes / trials} with its 95% interval: the lower bound exactly 0 when there is no
   * success, the upper exactly 1 when there is no failure. Undefined ({@code no_trials}) when
   * trials is 0. Accurate for tiny shares of huge counts.
   *
   * @throws IllegalArgumentException unless 0 &lt;= successes &lt;= trials
   */
  public static Estimate interval(long successes, long trials) {
    return interval(successes, trials, Estimate.LEVEL);
  }

  /**
   * The same of another level.
   *
   * @throws IllegalArgumentException unless 0 &lt;= successes &lt;= trials and 0 &lt; level &lt; 1
   */
  public static Estimate interval(long successes, long trials, double level) {
    requireShare(successes, trials);
    if (trials == 0) {
      return Estimate.undefined(Statistic.NO_TRIALS);
    }
    Wilson wilson = new Wilson(successes, trials, Quantiles.normal(level));
    double share = (double) successes / trials;
    double high = successes == trials ? 1 : wilson.upper();
    // The bounds' product is x^2 / (n (n + z^2)): no difference of near-equal numbers.
    double low = share * successes / (trials + wilson.z * wilson.z) / high;
    return Estimate.between(share, low, high);
  }

  static void requireShare(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "No share of %d successes in %d trials: successes have to lie between 0 and trials"
              .formatted(successes, trials));
    }
  }

  private double upper() {
    double z2 = z * z;
    double spread = successes / trials * (trials - successes) + z2 / 4;
    return Math.min(1, (successes + z2 / 2 + z * Math.sqrt(spread)) / (trials + z2));
  }
}
