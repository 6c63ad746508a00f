package io.quaestor.udfs.agreement;

/** How many more things one rater alone fails than the other alone: a blind-spot ratio. */
public final class Discordance {
  /** Neither failed anything alone. */
  static final String NONE = "no_discordant_pairs";

  private Discordance() {}

  /**
   * {@code b / c} with the exact interval of {@code b / (b + c)} (Clopper and Pearson 1934) turned
   * into odds, 0 and up; undefined ({@code no_discordant_pairs}) for 0 to 0, and {@code infinite}
   * with a lower bound alone when only c is 0. For its p-value see {@link McNemar#exact}.
   *
   * @throws IllegalArgumentException when a count is negative
   */
  public static Estimate ratio(long b, long c) {
    Estimate share = ClopperPearson.interval(b, Math.addExact(b, c));
    if (!share.point().isDefined()) {
      return Estimate.undefined(NONE);
    }
    if (c == 0) {
      return new Estimate(Statistic.undefined(Statistic.INFINITE), null, odds(share.low()), null);
    }
    return Estimate.between((double) b / c, odds(share.low()), odds(share.high()));
  }

  /** {@link #ratio(long, long)} of what only A fails to what only B fails. */
  public static Estimate ratio(TwoByTwo table) {
    return ratio(table.aOnlyFail(), table.bOnlyFail());
  }

  private static double odds(double share) {
    return share / (1 - share);
  }
}
