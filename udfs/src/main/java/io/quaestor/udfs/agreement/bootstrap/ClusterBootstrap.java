package io.quaestor.udfs.agreement.bootstrap;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;

/**
 * Intervals for figures over units that come in clusters: whole clusters are drawn with
 * replacement, as many as there are (Efron 1979, Ann Stat 7:1; Davison and Hinkley 1997, section
 * 3.8). A replicate is one multinomial draw over the distinct sums of clusters, so that its cost
 * depends on those alone. The same seed gives the same interval whatever the order of clusters.
 *
 * @param seed any number
 * @param replicates how many times to draw; 10,000 or more for bounds that do not wobble
 * @param level of the interval, such as 0.95
 */
public record ClusterBootstrap(long seed, int replicates, double level) {
  /** Replicates enough for the bounds of a 95% interval. */
  public static final int REPLICATES = 10_000;

  /**
   * The settings.
   *
   * @throws IllegalArgumentException unless there are replicates and the level lies in 0 to 1
   */
  public ClusterBootstrap {
    if (replicates < 1 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "No bootstrap of %d replicates at level %s: use 1 or more, and a level such as 0.95"
              .formatted(replicates, level));
    }
  }

  /** 10,000 replicates and 95%. */
  public static ClusterBootstrap seeded(long seed) {
    return new ClusterBootstrap(seed, REPLICATES, Estimate.LEVEL);
  }

  /**
   * A figure with its percentile interval.
   *
   * @param estimate undefined as the figure is; without bounds when no replicate has the figure
   * @param undefined replicates in which the figure is undefined; the interval is made without them
   */
  public record Interval(Estimate estimate, int undefined) {}

  /** The interval of one figure, computed from the sums over all clusters. */
  public Interval interval(Clusters clusters, Function<double[], Statistic> figure) {
    return intervals(clusters, List.of(figure)).get(0);
  }

  /** Intervals of several figures, all from the same draws. */
  public List<Interval> intervals(Clusters clusters, List<Function<double[], Statistic>> figures) {
    double[][] values = new double[figures.size()][replicates];
    if (clusters.size() > 0) {
      draw(clusters, figures, values);
    }
    return IntStream.range(0, figures.size())
        .mapToObj(i -> percentiles(figures.get(i).apply(totals(clusters)), values[i]))
        .toList();
  }

  private static double[] totals(Clusters clusters) {
    return clusters.totals();
  }

  private void draw(
      Clusters clusters, List<Function<double[], Statistic>> figures, double[][] values) {
    Binomials binomials = new Binomials(new Well19937c(seed));
    for (int i = 0; i < replicates; i++) {
      double[] sums = replicate(clusters, binomials);
      for (int j = 0; j < values.length; j++) {
        Statistic value = figures.get(j).apply(sums);
        values[j][i] = value.isDefined() ? value.value() : Double.NaN;
      }
    }
  }

  private static double[] replicate(Clusters clusters, Binomials binomials) {
    double[] sums = new double[clusters.totals().length];
    long left = clusters.size();
    long draws = left;
    for (Map.Entry<double[], Long> each : clusters.sorted().entrySet()) {
      long drawn =
          each.getValue() == left ? draws : binomials.draw(draws, (double) each.getValue() / left);
      Clusters.addTo(sums, each.getKey(), drawn);
      left -= each.getValue();
      draws -= drawn;
    }
    return sums;
  }

  private Interval percentiles(Statistic point, double[] values) {
    double[] defined = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int undefined = values.length - defined.length;
    if (!point.isDefined() || defined.length == 0) {
      return new Interval(Estimate.of(point), undefined);
    }
    double tail = (1 - level) / 2;
    return new Interval(
        new Estimate(point, null, quantile(defined, tail), quantile(defined, 1 - tail)), undefined);
  }

  /** The smallest value that the share of values does not pass. */
  private static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length - 1e-9);
    return sorted[Math.max(0, rank - 1)];
  }
}
