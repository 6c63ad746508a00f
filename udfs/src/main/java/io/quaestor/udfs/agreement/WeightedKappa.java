package io.quaestor.udfs.agreement;

/**
 * Weighted kappa (Cohen 1968, Psychol Bull 70:213) with the standard errors of Fleiss, Cohen and
 * Everitt (1969, Psychol Bull 72:323), -1 to 1, undefined as {@link Coefficients#cohensKappa} is.
 */
public final class WeightedKappa {
  /** Below this a variance is rounding noise. */
  private static final double NOISE = 1e-12;

  private final CellShares shares;
  private final double observed;
  private final double expected;

  private WeightedKappa(CellShares shares) {
    this.shares = shares;
    this.observed = shares.observed();
    this.expected =
        1 - shares.sum((i, j) -> (1 - shares.weight(i, j)) * shares.row(i) * shares.column(j));
  }

  /** Kappa with its non-null standard error and unclipped 95% interval. */
  public static Estimate of(CrossTable table, Weights weights) {
    String problem = problem(table, weights);
    if (problem != null) {
      return Estimate.undefined(problem);
    }
    WeightedKappa kappa = new WeightedKappa(new CellShares(table, weights));
    return Estimate.wald(kappa.value(), kappa.standardError());
  }

  /** Kappa against none, by the standard error that chance would give. */
  public static Significance test(CrossTable table, Weights weights) {
    String problem = problem(table, weights);
    if (problem != null) {
      return Significance.undefined(problem);
    }
    WeightedKappa kappa = new WeightedKappa(new CellShares(table, weights));
    double variance = kappa.nullVariance();
    return variance * kappa.shares.n() < NOISE
        ? new Significance(
            Statistic.of(kappa.value()), Statistic.undefined(Statistic.NO_NULL_VARIANCE))
        : Significance.of(
            kappa.value(), Quantiles.twoSidedNormal(kappa.value() / Math.sqrt(variance)));
  }

  private static String problem(CrossTable table, Weights weights) {
    if (table.n() == 0) {
      return Statistic.NO_PAIRS;
    }
    for (int i = 0; i < table.size(); i++) {
      for (int j = 0; j < table.size(); j++) {
        if (weights.of(i, j) < 1 && table.row(i) > 0 && table.column(j) > 0) {
          return null;
        }
      }
    }
    return Statistic.NO_VARIATION;
  }

  private double value() {
    return (observed - expected) / (1 - expected);
  }

  private double standardError() {
    double spread =
        shares.variance(
            (i, j) -> shares.weight(i, j) * (1 - expected) - byChance(i, j) * (1 - observed));
    return Math.sqrt(spread / shares.n()) / Math.pow(1 - expected, 2);
  }

  private double nullVariance() {
    double spread = shares.varianceByChance((i, j) -> shares.weight(i, j) - byChance(i, j));
    return spread / shares.n() / Math.pow(1 - expected, 2);
  }

  private double byChance(int i, int j) {
    return shares.meanWeightOfRow(i) + shares.meanWeightOfColumn(j);
  }
}
