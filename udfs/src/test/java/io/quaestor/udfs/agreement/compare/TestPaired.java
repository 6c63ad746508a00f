package io.quaestor.udfs.agreement.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.TwoByTwo;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Comparisons of two samples that were made on the same things. */
class TestPaired {

  /** By hand: (1.959964 sqrt 0.2 + 0.841621 sqrt 0.19)^2 / 0.01. */
  @Test
  void connorsFormulaGivesThePairsAndItsInverseTheDifference() {
    assertEquals(154.597, PairedPower.pairs(0.1, 0.2), 0.01);
    assertEquals(0.0880, PairedPower.minimumDetectable(200, 0.2).value(), 1e-4);
    for (double difference : new double[] {0.01, 0.05, 0.17}) {
      double pairs = PairedPower.pairs(difference, 0.2);
      assertEquals(difference, PairedPower.minimumDetectable(pairs, 0.2).value(), 1e-6);
    }
    assertEquals("too_few_pairs", PairedPower.minimumDetectable(5, 0.2).undefined());
    assertThrows(IllegalArgumentException.class, () -> PairedPower.pairs(0.3, 0.2));
  }

  @Test
  void newcombesPairedIntervalMirrorsAndHoldsNearItsLevelWhereverTheSharesLie() {
    Estimate one = PairedProportions.difference(new TwoByTwo(36, 2, 12, 0));
    Estimate other = PairedProportions.difference(new TwoByTwo(36, 12, 2, 0));
    assertEquals(0.2, one.point().value(), 1e-12);
    assertEquals(-one.low(), other.high(), 1e-12);
    assertEquals(-one.high(), other.low(), 1e-12);
    assertTrue(one.low() > 0 && one.high() < 0.36, one::toString);
    Estimate same = PairedProportions.difference(new TwoByTwo(50, 0, 0, 0));
    assertEquals(0, same.point().value());
    assertTrue(same.low() < -0.05 && same.high() > 0.05, same::toString);
    double[][] truths = {{0.4, 0.2, 0.2, 0.2}, {0.5, 0.2, 0.2, 0.1}, {0.8, 0.05, 0.1, 0.05}};
    for (double[] truth : truths) {
      assertEquals(0.965, coverage(truth, 30), 0.025);
    }
  }

  /** Over all tables of n pairs. */
  private static double coverage(double[] truth, int n) {
    double covered = 0;
    double[] logs = new double[n + 1];
    IntStream.rangeClosed(1, n).forEach(i -> logs[i] = logs[i - 1] + Math.log(i));
    for (int a = 0; a <= n; a++) {
      for (int b = 0; a + b <= n; b++) {
        for (int c = 0; a + b + c <= n; c++) {
          int d = n - a - b - c;
          Estimate found = PairedProportions.difference(new TwoByTwo(a, b, c, d));
          double logChance = logs[n] - logs[a] - logs[b] - logs[c] - logs[d];
          logChance += a * Math.log(truth[0]) + b * Math.log(truth[1]);
          logChance += c * Math.log(truth[2]) + d * Math.log(truth[3]);
          double difference = truth[2] - truth[1];
          if (found.low() <= difference && difference <= found.high()) {
            covered += Math.exp(logChance);
          }
        }
      }
    }
    return covered;
  }

  /** With one trial in each cluster it is the t-test of the pairs' differences. */
  @Test
  void clustersOfOneTrialGiveStudentsPairedTest() {
    double[] a = {3, 5, 4, 6, 8, 2};
    double[] b = {4, 7, 4, 9, 8, 4};
    ClusteredRatios ratios = ClusteredRatios.EMPTY;
    Moments apart = Moments.EMPTY;
    for (int i = 0; i < a.length; i++) {
      ratios = ratios.plus(ClusteredRatios.cluster(a[i], 1, b[i], 1));
      apart = apart.plus(Moments.of(b[i] - a[i]));
    }
    double error = Math.sqrt(apart.squares() / 5 / 6);
    assertEquals(apart.mean(), ratios.difference().point().value(), 1e-12);
    assertEquals(error, ratios.difference().standardError(), 1e-12);
    assertEquals(apart.mean() / error, ratios.test().value().value(), 1e-10);
    assertEquals(36.0 / 28, ratios.quotient().point().value(), 1e-12);
    assertTrue(ratios.pairs().isEmpty());
  }

  /** The jackknife over clusters is another way to the same error (Efron 1982). */
  @Test
  void theErrorIsThatOfLeavingOutEachClusterInTurn() {
    SplittableRandom random = new SplittableRandom(11);
    List<ClusteredRatios> clusters = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double chance = 0.7 + 0.3 * random.nextDouble();
      int na = random.nextInt(6);
      int nb = 1 + random.nextInt(5);
      clusters.add(
          ClusteredRatios.cluster(passes(na, chance, random), na, passes(nb, chance, random), nb));
    }
    ClusteredRatios all = clusters.stream().reduce(ClusteredRatios.EMPTY, ClusteredRatios::plus);
    double squares = 0;
    for (int out = 0; out < clusters.size(); out++) {
      int left = out;
      ClusteredRatios rest =
          IntStream.range(0, clusters.size())
              .filter(each -> each != left)
              .mapToObj(clusters::get)
              .reduce(ClusteredRatios.EMPTY, ClusteredRatios::plus);
      double off = rest.difference().point().value() - all.difference().point().value();
      squares += off * off;
    }
    double jackknife = Math.sqrt(squares * 299 / 300);
    assertEquals(jackknife, all.difference().standardError(), 0.01 * jackknife);
    assertEquals(
        all.test().p().value() < 0.05, all.difference().low() > 0 == all.difference().high() > 0);
  }

  @Test
  void whatCannotBeComparedSaysWhy() {
    ClusteredRatios none = ClusteredRatios.EMPTY.plus(ClusteredRatios.cluster(0, 0, 1, 2));
    assertEquals("no_trials", none.difference().point().undefined());
    assertEquals("no_trials", none.test().p().undefined());
    ClusteredRatios same =
        ClusteredRatios.cluster(2, 2, 3, 3).plus(ClusteredRatios.cluster(1, 1, 2, 2));
    assertEquals(0, same.difference().point().value());
    assertNull(same.difference().low());
    assertEquals("no_variation", same.test().p().undefined());
    assertEquals(
        "not_positive", ClusteredRatios.cluster(0, 2, 3, 3).quotient().point().undefined());
    assertThrows(
        IllegalArgumentException.class, () -> new ClusteredRatios(1, List.of(), List.of()));
  }

  @Test
  void oneQuestionInEachClusterMakesPairs() {
    ClusteredRatios ratios =
        ClusteredRatios.cluster(1, 1, 1, 1)
            .plus(ClusteredRatios.cluster(1, 1, 0, 1))
            .plus(ClusteredRatios.cluster(0, 1, 1, 1))
            .plus(ClusteredRatios.cluster(0, 1, 1, 1));
    assertEquals(new TwoByTwo(1, 2, 1, 0), ratios.pairs().orElseThrow());
    assertFalse(ratios.plus(ClusteredRatios.cluster(1, 2, 1, 1)).pairs().isPresent());
  }

  @Test
  void quantilesComeWithTheValuesBetweenWhichTheyLie() {
    TreeMap<Double, Long> counts = new TreeMap<>();
    IntStream.rangeClosed(1, 100).forEach(i -> counts.put((double) i, 1L));
    Estimate median = OrderStatistics.quantile(counts, 0.5);
    assertEquals(50, median.point().value());
    assertEquals(41, median.low());
    assertEquals(60, median.high());
    TreeMap<Double, Long> few = new TreeMap<>(counts.headMap(20.0));
    assertNull(OrderStatistics.quantile(few, 0.95).high());
    assertNull(OrderStatistics.difference(median, OrderStatistics.quantile(few, 0.95)).low());
    Estimate apart = OrderStatistics.difference(median, median);
    assertEquals(Math.hypot(9, 10), apart.high(), 1e-12);
    assertEquals("no_values", OrderStatistics.quantile(new TreeMap<>(), 0.5).point().undefined());
  }

  private static int passes(int trials, double chance, SplittableRandom random) {
    return (int) IntStream.range(0, trials).filter(i -> random.nextDouble() < chance).count();
  }
}
