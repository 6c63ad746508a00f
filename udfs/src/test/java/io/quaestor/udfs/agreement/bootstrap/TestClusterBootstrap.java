package io.quaestor.udfs.agreement.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.agreement.Coefficients;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import java.util.function.Function;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class TestClusterBootstrap {
  private static final Function<double[], Statistic> AGREEMENT =
      sums -> Coefficients.percentAgreement(Clusters.table(sums));

  @Test
  void drawsAreBinomial() {
    Binomials binomials = new Binomials(new Well19937c(1));
    for (int trials : new int[] {1, 10, 100, 1_000}) {
      for (double chance : new double[] {0.01, 0.3, 0.5, 0.97}) {
        assertDrawnFrom(binomials, new BinomialDistribution(null, trials, chance));
      }
    }
    assertEquals(0, binomials.draw(0, 0.5));
    assertEquals(1e9, binomials.draw(10_000_000_000L, 0.1), 6 * Math.sqrt(9e8));
  }

  @Test
  void clustersThatAgreeWithinWidenTheInterval() {
    Clusters apart = new Clusters();
    apart.add(new double[] {1, 0, 0, 0}, 80);
    apart.add(new double[] {0, 1, 0, 0}, 20);
    Clusters together = new Clusters();
    together.add(new double[] {10, 0, 0, 0}, 8);
    together.add(new double[] {0, 10, 0, 0}, 2);
    assertEquals(0.16, width(apart), 0.021);
    assertEquals(0.5, width(together), 0.11);
  }

  @Test
  void nothingIsMadeOfNothing() {
    ClusterBootstrap.Interval none = ClusterBootstrap.seeded(1).interval(new Clusters(), AGREEMENT);
    assertEquals("no_pairs", none.estimate().point().undefined());
    assertNull(none.estimate().low());
  }

  @Test
  void replicatesWithoutTheFigureAreCountedNotUsed() {
    Clusters rare = new Clusters();
    rare.add(new TwoByTwo(1, 0, 0, 0));
    rare.add(new TwoByTwo(0, 0, 0, 1));
    ClusterBootstrap.Interval interval =
        new ClusterBootstrap(5, 4_000, 0.95)
            .interval(rare, sums -> Coefficients.cohensKappa(Clusters.table(sums)).point());
    assertEquals(2_000, interval.undefined(), 200);
    assertEquals(1, interval.estimate().low());
    assertEquals(1, interval.estimate().high());
  }

  @Test
  void settingsThatMakeNoIntervalAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new ClusterBootstrap(1, 0, 0.95))
            .getMessage();
    assertEquals(
        "No bootstrap of 0 replicates at level 0.95: use 1 or more, and a level such as 0.95",
        message);
  }

  private static double width(Clusters clusters) {
    ClusterBootstrap.Interval interval = ClusterBootstrap.seeded(2).interval(clusters, AGREEMENT);
    return interval.estimate().high() - interval.estimate().low();
  }

  /** Mean and share up to the median, within 4.5 standard errors. */
  private static void assertDrawnFrom(Binomials binomials, BinomialDistribution expected) {
    int draws = 4_000;
    double mean = 0;
    double below = 0;
    int median = expected.inverseCumulativeProbability(0.5);
    for (int i = 0; i < draws; i++) {
      long drawn = binomials.draw(expected.getNumberOfTrials(), expected.getProbabilityOfSuccess());
      mean += (double) drawn / draws;
      below += drawn <= median ? 1.0 / draws : 0;
    }
    double share = expected.cumulativeProbability(median);
    double error = Math.sqrt(expected.getNumericalVariance() / draws);
    assertEquals(expected.getNumericalMean(), mean, 4.5 * error);
    assertTrue(Math.abs(share - below) <= 4.5 * Math.sqrt(share * (1 - share) / draws) + 1e-9);
  }
}
