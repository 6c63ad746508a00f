package io.quaestor.udfs.agreement.bootstrap;

import io.quaestor.udfs.agreement.TwoByTwo;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many clusters (documents, say) have each vector of sums, such as the counts of a two-by-two
 * table: what a bootstrap over clusters needs to know. Clusters alike are kept once. Mergeable.
 */
public final class Clusters {
  private final SortedMap<double[], Long> counts = new TreeMap<>(Arrays::compare);

  /** A cluster for each table, its sums in the order of {@link TwoByTwo}'s components. */
  public static Clusters of(Collection<TwoByTwo> tables) {
    Clusters clusters = new Clusters();
    tables.forEach(clusters::add);
    return clusters;
  }

  /** Adds a cluster. */
  public void add(TwoByTwo table) {
    add(new double[] {table.bothPass(), table.aOnlyFail(), table.bOnlyFail(), table.bothFail()}, 1);
  }

  /**
   * Adds as many clusters of the sums.
   *
   * @throws IllegalArgumentException when there are fewer than none, or the sums are not as many as
   *     those of the others
   * @throws ArithmeticException when a count passes 2^63 - 1
   */
  public void add(double[] sums, long clusters) {
    if (clusters < 0 || !counts.isEmpty() && counts.firstKey().length != sums.length) {
      throw new IllegalArgumentException(
          "%d clusters with sums %s do not go with the others: counts start at 0, and all clusters have as many sums"
              .formatted(clusters, Arrays.toString(sums)));
    }
    if (clusters > 0) {
      counts.merge(sums.clone(), clusters, Math::addExact);
    }
  }

  /** Adds the other's clusters. */
  public void addAll(Clusters other) {
    other.counts.forEach(this::add);
  }

  /** The table of sums in the order of {@link TwoByTwo}'s components. */
  public static TwoByTwo table(double[] sums) {
    return sums.length == 0
        ? TwoByTwo.EMPTY
        : new TwoByTwo((long) sums[0], (long) sums[1], (long) sums[2], (long) sums[3]);
  }

  /** Number of clusters. */
  public long size() {
    return counts.values().stream().reduce(0L, Math::addExact);
  }

  /** Each vector of sums with its number of clusters, in an order of their own. */
  Map<double[], Long> sorted() {
    return counts;
  }

  double[] totals() {
    double[] totals = new double[counts.isEmpty() ? 0 : counts.firstKey().length];
    counts.forEach((sums, clusters) -> addTo(totals, sums, clusters));
    return totals;
  }

  static void addTo(double[] totals, double[] sums, double times) {
    for (int i = 0; i < totals.length; i++) {
      totals[i] += sums[i] * times;
    }
  }
}
