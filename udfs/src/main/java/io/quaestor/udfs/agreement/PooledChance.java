package io.quaestor.udfs.agreement;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Coefficients of two raters whose chance agreement comes from the pooled shares of the categories,
 * with standard errors for pairs drawn at random (Gwet 2008, Br J Math Stat Psychol 61:29; divisor
 * n) and Student's 95% interval, its upper bound cut off at 1. Undefined without pairs ({@code
 * no_pairs}) and when chance agreement is total ({@code no_variation}); of one pair there is no
 * interval.
 */
public final class PooledChance {
  private final CellShares shares;

  private PooledChance(CellShares shares) {
    this.shares = shares;
  }

  /** Scott's pi (1955, Public Opin Q 19:321), -1 to 1; without variation undefined. */
  public static Estimate scottsPi(CrossTable table) {
    if (table.n() == 0) {
      return Estimate.undefined(Statistic.NO_PAIRS);
    }
    PooledChance pi =
        new PooledChance(new CellShares(table, Weights.Kind.IDENTITY.over(table.size())));
    return pi.estimate(
        IntStream.range(0, table.size())
                .anyMatch(i -> table.row(i) + table.column(i) == 2 * table.n())
            ? 1
            : pi.sum(i -> Math.pow(pi.shares.pooled(i), 2)),
        (i, j) -> pi.shares.pooled(i) + pi.shares.pooled(j));
  }

  /** Gwet's AC1 (2008), -1 to 1: AC2 with identity weights. */
  public static Estimate ac1(CrossTable table) {
    return ac2(table, Weights.Kind.IDENTITY.over(table.size()));
  }

  /**
   * Gwet's AC2 (2014, Handbook of Inter-Rater Reliability). All pairs in one category of several
   * declared ones are full agreement, 1; a single declared category leaves it undefined ({@code
   * one_category}).
   */
  public static Estimate ac2(CrossTable table, Weights weights) {
    int q = table.size();
    if (table.n() == 0 || q < 2) {
      return Estimate.undefined(table.n() == 0 ? Statistic.NO_PAIRS : Statistic.ONE_CATEGORY);
    }
    PooledChance ac = new PooledChance(new CellShares(table, weights));
    double scale = weights.total() / (q * (q - 1.0));
    return ac.estimate(
        scale * ac.sum(i -> ac.shares.pooled(i) * (1 - ac.shares.pooled(i))),
        (i, j) -> 2 * scale * (1 - (ac.shares.pooled(i) + ac.shares.pooled(j)) / 2));
  }

  /**
   * @param pull how much more of a cell's pairs adds to twice the chance agreement
   */
  private Estimate estimate(double expected, CellShares.Cell pull) {
    if (expected >= 1) {
      return Estimate.undefined(Statistic.NO_VARIATION);
    }
    double value = (shares.observed() - expected) / (1 - expected);
    double spread = shares.variance((i, j) -> shares.weight(i, j) - (1 - value) * pull.at(i, j));
    double error = Math.sqrt(spread / shares.n()) / (1 - expected);
    return Estimate.student(value, error, (long) shares.n());
  }

  private double sum(IntToDoubleFunction term) {
    return IntStream.range(0, shares.size()).mapToDouble(term).sum();
  }
}
