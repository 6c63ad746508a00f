package io.quaestor.udfs.agreement;

/** The exact interval of a share (Clopper and Pearson 1934, Biometrika 26:404). */
public final class ClopperPearson {
  private ClopperPearson() {}

  /**
   * {@code successes / trials} with its 95% interval: the lower bound exactly 0 without a success,
   * the upper exactly 1 without a failure. Undefined ({@code no_trials}) when trials is 0.
   *
   * @throws IllegalArgumentException unless 0 &lt;= successes &lt;= trials
   */
  public static Estimate interval(long successes, long trials) {
    return interval(successes, trials, Estimate.LEVEL);
  }

  /** The same of another level. */
  public static Estimate interval(long successes, long trials, double level) {
    Wilson.requireShare(successes, trials);
    if (trials == 0) {
      return Estimate.undefined(Statistic.NO_TRIALS);
    }
    double tail = (1 - level) / 2;
    double fails = (double) trials - successes;
    // The shorter tail is the more exact one: an upper bound near 1 comes from its complement.
    double low = successes == 0 ? 0 : Quantiles.beta(successes, fails + 1, tail);
    double high = fails == 0 ? 1 : 1 - Quantiles.beta(fails, successes + 1.0, tail);
    return Estimate.between((double) successes / trials, low, high);
  }
}
