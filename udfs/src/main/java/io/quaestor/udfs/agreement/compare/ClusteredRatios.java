package io.quaestor.udfs.agreement.compare;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Quantiles;
import io.quaestor.udfs.agreement.Significance;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import java.util.List;
import java.util.Optional;

/**
 * Two ratios of sums, {@code sum xa / sum na} and {@code sum xb / sum nb}, over the same clusters
 * (passages, say), as sums and sums of products: the mergeable state of their comparison. Within a
 * cluster everything may hang together, within a sample and between the two. Errors are those of
 * linearised ratios (Woodruff 1971, JASA 66:411; Cochran 1977, Sampling Techniques, section 6),
 * with Student's distribution of m - 1 degrees of freedom for m clusters.
 *
 * @param clusters how many
 * @param sums of xa, na, xb and nb
 * @param products sums of the products of each two of them, in this order: xa xa, xa na, xa xb, xa
 *     nb, na na, na xb, na nb, xb xb, xb nb, nb nb
 */
public record ClusteredRatios(long clusters, List<Double> sums, List<Double> products) {
  private static final int PARTS = 4;
  private static final String TOO_FEW = "too_few_clusters";

  /** No cluster at all. */
  public static final ClusteredRatios EMPTY =
      new ClusteredRatios(0, List.of(0.0, 0.0, 0.0, 0.0), java.util.Collections.nCopies(10, 0.0));

  /**
   * The state.
   *
   * @throws IllegalArgumentException unless there are four sums and ten products
   */
  public ClusteredRatios {
    sums = List.copyOf(sums);
    products = List.copyOf(products);
    if (sums.size() != PARTS || products.size() != PARTS * (PARTS + 1) / 2) {
      throw new IllegalArgumentException(
          "Ratios of two samples have 4 sums and 10 products, not %d and %d"
              .formatted(sums.size(), products.size()));
    }
  }

  /** One cluster: what each sample counts in it, and of how much. */
  public static ClusteredRatios cluster(double xa, double na, double xb, double nb) {
    double[] parts = {xa, na, xb, nb};
    Double[] products = new Double[PARTS * (PARTS + 1) / 2];
    int at = 0;
    for (int i = 0; i < PARTS; i++) {
      for (int j = i; j < PARTS; j++) {
        products[at++] = parts[i] * parts[j];
      }
    }
    return new ClusteredRatios(1, List.of(xa, na, xb, nb), List.of(products));
  }

  /** Both states' clusters together. */
  public ClusteredRatios plus(ClusteredRatios other) {
    return new ClusteredRatios(
        Math.addExact(clusters, other.clusters),
        added(sums, other.sums),
        added(products, other.products));
  }

  /** The first ratio; undefined ({@code no_trials}) of nothing. */
  public Statistic first() {
    return ratio(0);
  }

  /** The second ratio. */
  public Statistic second() {
    return ratio(2);
  }

  /**
   * The second ratio less the first with its 95% interval. Undefined as they are; without an
   * interval for fewer than two clusters and where nothing varies.
   */
  public Estimate difference() {
    if (!first().isDefined() || !second().isDefined()) {
      return Estimate.undefined(Statistic.NO_TRIALS);
    }
    double value = second().value() - first().value();
    double error = error(weights());
    if (clusters < 2 || error == 0) {
      return Estimate.of(Statistic.of(value));
    }
    double margin = Quantiles.student(Estimate.LEVEL, clusters - 1.0) * error;
    return new Estimate(Statistic.of(value), error, value - margin, value + margin);
  }

  /**
   * Whether the ratios differ. Undefined as the difference is, with fewer than two clusters ({@code
   * too_few_clusters}) and where nothing varies ({@code no_variation}).
   */
  public Significance test() {
    Estimate difference = difference();
    if (!difference.point().isDefined()) {
      return Significance.undefined(difference.point().undefined());
    }
    if (difference.standardError() == null) {
      return Significance.undefined(clusters < 2 ? TOO_FEW : Statistic.NO_VARIATION);
    }
    double t = difference.point().value() / difference.standardError();
    return Significance.of(t, Quantiles.twoSidedStudent(t, clusters - 1.0));
  }

  /**
   * The second ratio over the first with the 95% interval of its logarithm. Undefined as they are,
   * and {@code not_positive} when one of them is not above 0.
   */
  public Estimate quotient() {
    if (!first().isDefined() || !second().isDefined()) {
      return Estimate.undefined(Statistic.NO_TRIALS);
    }
    if (!(sums.get(0) > 0 && sums.get(2) > 0)) {
      return Estimate.undefined("not_positive");
    }
    double value = second().value() / first().value();
    if (clusters < 2) {
      return Estimate.of(Statistic.of(value));
    }
    double[] logarithm = {-1 / sums.get(0), 1 / sums.get(1), 1 / sums.get(2), -1 / sums.get(3)};
    double factor = Math.exp(Quantiles.student(Estimate.LEVEL, clusters - 1.0) * error(logarithm));
    return Estimate.between(value, value / factor, value * factor);
  }

  /**
   * The clusters as pairs of passes and fails, where each has one trial of both samples and x is 0
   * or 1; else empty.
   */
  public Optional<TwoByTwo> pairs() {
    boolean single =
        clusters > 0
            && isCount(1, 4)
            && isCount(3, 9)
            && products.get(0).equals(sums.get(0))
            && products.get(7).equals(sums.get(2));
    if (!single) {
      return Optional.empty();
    }
    long both = Math.round(products.get(2));
    long a = Math.round(sums.get(0));
    long b = Math.round(sums.get(2));
    return Optional.of(new TwoByTwo(both, b - both, a - both, clusters - a - b + both));
  }

  private boolean isCount(int sum, int square) {
    return sums.get(sum) == clusters && products.get(square) == clusters;
  }

  private Statistic ratio(int at) {
    return sums.get(at + 1) > 0
        ? Statistic.of(sums.get(at) / sums.get(at + 1))
        : Statistic.undefined(Statistic.NO_TRIALS);
  }

  /** What a unit of xa, na, xb and nb in a cluster changes in the difference. */
  private double[] weights() {
    return new double[] {
      -1 / sums.get(1),
      first().value() / sums.get(1),
      1 / sums.get(3),
      -second().value() / sums.get(3)
    };
  }

  /** 0 where rounding is all that is left. */
  private double error(double[] weights) {
    double variance = 0;
    double size = 0;
    int at = 0;
    for (int i = 0; i < PARTS; i++) {
      for (int j = i; j < PARTS; j++) {
        double term = (i == j ? 1 : 2) * weights[i] * weights[j] * products.get(at++);
        variance += term;
        size += Math.abs(term);
      }
    }
    return variance <= size * 1e-13 ? 0 : Math.sqrt(variance * clusters / (clusters - 1.0));
  }

  private static List<Double> added(List<Double> first, List<Double> second) {
    Double[] sum = new Double[first.size()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = first.get(i) + second.get(i);
    }
    return List.of(sum);
  }
}
