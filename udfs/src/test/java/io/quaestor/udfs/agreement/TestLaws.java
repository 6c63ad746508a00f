package io.quaestor.udfs.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.udfs.agreement.bootstrap.ClusterBootstrap;
import io.quaestor.udfs.agreement.bootstrap.Clusters;
import io.quaestor.udfs.agreement.compare.CliffsDelta;
import io.quaestor.udfs.agreement.compare.MannWhitney;
import io.quaestor.udfs.agreement.compare.Moments;
import io.quaestor.udfs.agreement.compare.Proportions;
import io.quaestor.udfs.agreement.compare.Ranks;
import io.quaestor.udfs.agreement.compare.Welch;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of two raters and two samples whatever they said. */
class TestLaws {
  private static final int TIMES = 300;

  private final SplittableRandom random = new SplittableRandom(1960);

  @Test
  void ratersCanBeSwapped() {
    for (int t = 0; t < TIMES; t++) {
      CrossTable table = table(2 + t % 4, 60);
      CrossTable turned = map(table, (i, j) -> table.count(j, i));
      for (Function<CrossTable, Estimate> figure : symmetric()) {
        assertClose(figure.apply(table), figure.apply(turned), 1);
      }
    }
  }

  @Test
  void categoriesCanBeRelabelledAndTheScaleTurned() {
    for (int t = 0; t < TIMES; t++) {
      CrossTable table = table(2 + t % 4, 60);
      int[] order = shuffled(table.size());
      CrossTable relabelled = map(table, (i, j) -> table.count(order[i], order[j]));
      int last = table.size() - 1;
      CrossTable turned = map(table, (i, j) -> table.count(last - i, last - j));
      for (Function<CrossTable, Estimate> figure : nominal()) {
        assertClose(figure.apply(table), figure.apply(relabelled), 1);
      }
      for (Function<CrossTable, Estimate> figure : symmetric()) {
        assertClose(figure.apply(table), figure.apply(turned), 1);
      }
    }
  }

  @Test
  void tablesMergeToTheTableOfAllPairs() {
    for (int t = 0; t < TIMES; t++) {
      CrossTable a = table(3, 60);
      CrossTable b = table(3, 60);
      CrossTable sum = map(a, (i, j) -> a.count(i, j) + b.count(i, j));
      assertEquals(sum, a.plus(b));
      assertEquals(a.plus(b), b.plus(a));
      assertEquals(a.n() + b.n(), sum.n());
    }
  }

  @Test
  void withoutWeightsWeightedKappaIsKappaAndAc2IsAc1() {
    for (int t = 0; t < TIMES; t++) {
      CrossTable table = table(2 + t % 4, 60);
      Weights none = Weights.Kind.IDENTITY.over(table.size());
      assertClose(Coefficients.cohensKappa(table), WeightedKappa.of(table, none), 1);
      assertClose(PooledChance.ac1(table), PooledChance.ac2(table, none), 1);
      Significance exact = Coefficients.kappaTest(table);
      Significance weighted = WeightedKappa.test(table, none);
      assertEquals(exact.p().isDefined(), weighted.p().isDefined());
      if (exact.p().isDefined()) {
        assertEquals(exact.p().value(), weighted.p().value(), 1e-9);
      }
    }
  }

  @Test
  void twiceTheSamplesSwappedAreTheSameApart() {
    for (int t = 0; t < TIMES; t++) {
      Proportions two = proportions();
      Proportions swapped = new Proportions(two.x2(), two.n2(), two.x1(), two.n1());
      assertMirrored(two.difference(), swapped.difference());
      assertMirrored(two.cohensH(), swapped.cohensH());
      double[] x = values();
      double[] y = values();
      assertMirrored(CliffsDelta.of(Ranks.of(x, y)), CliffsDelta.of(Ranks.of(y, x)));
      Welch welch = Welch.of(Moments.of(x), Moments.of(y));
      assertMirrored(welch.difference(), Welch.of(Moments.of(y), Moments.of(x)).difference());
      Significance u = MannWhitney.of(Ranks.of(x, y));
      Significance v = MannWhitney.of(Ranks.of(y, x));
      assertEquals(u.p(), v.p());
      assertEquals(x.length * y.length, u.value().value() + v.value().value());
    }
  }

  @Test
  void samplesMergeInAnyPartition() {
    for (int t = 0; t < TIMES; t++) {
      double[] x = values();
      double[] y = values();
      double[] both = Stream.of(x, y).flatMapToDouble(DoubleStream::of).toArray();
      Moments parts = Moments.of(y).plus(Moments.of(x));
      Moments whole = Moments.of(both);
      assertEquals(whole.n(), parts.n());
      assertEquals(whole.mean(), parts.mean(), 1e-12);
      assertEquals(whole.squares(), parts.squares(), 1e-9);
      Ranks ranks = Ranks.of(x, new double[0]).plus(Ranks.of(new double[0], y));
      assertEquals(MannWhitney.of(Ranks.of(x, y)), MannWhitney.of(ranks));
    }
  }

  @Test
  void theOrderOfClustersChangesNoBound() {
    List<TwoByTwo> tables =
        IntStream.range(0, 40).mapToObj(i -> twoByTwo(table(2, 9))).collect(Collectors.toList());
    ClusterBootstrap bootstrap = new ClusterBootstrap(3, 500, 0.9);
    Function<double[], Statistic> kappa =
        sums -> Coefficients.cohensKappa(Clusters.table(sums)).point();
    ClusterBootstrap.Interval interval = bootstrap.interval(Clusters.of(tables), kappa);
    Collections.reverse(tables);
    Clusters parts = Clusters.of(tables.subList(0, 13));
    parts.addAll(Clusters.of(tables.subList(13, 40)));
    assertEquals(interval, bootstrap.interval(parts, kappa));
  }

  private List<Function<CrossTable, Estimate>> nominal() {
    return List.of(
        table -> Estimate.of(Coefficients.percentAgreement(table)),
        Coefficients::cohensKappa,
        Coefficients::pabak,
        PooledChance::scottsPi,
        PooledChance::ac1);
  }

  private List<Function<CrossTable, Estimate>> symmetric() {
    return Stream.concat(
            nominal().stream(),
            Stream.of(Weights.Kind.LINEAR, Weights.Kind.QUADRATIC)
                .flatMap(
                    kind ->
                        Stream.<Function<CrossTable, Estimate>>of(
                            table -> WeightedKappa.of(table, kind.over(table.size())),
                            table -> PooledChance.ac2(table, kind.over(table.size())))))
        .toList();
  }

  private static void assertMirrored(Estimate a, Estimate b) {
    if (!a.point().isDefined() || b.low() == null) {
      assertEquals(a.point().isDefined(), b.point().isDefined());
      return;
    }
    Estimate mirror =
        new Estimate(Statistic.of(-b.point().value()), b.standardError(), -b.high(), -b.low());
    assertClose(a, mirror, 1);
  }

  private static void assertClose(Estimate expected, Estimate got, double scale) {
    assertEquals(expected.point().undefined(), got.point().undefined());
    assertClose(expected.point().value(), got.point().value(), scale);
    assertClose(expected.standardError(), got.standardError(), scale);
    assertClose(expected.low(), got.low(), scale);
    assertClose(expected.high(), got.high(), scale);
  }

  private static void assertClose(Double expected, Double got, double scale) {
    if (expected == null || got == null) {
      assertEquals(expected, got);
    } else {
      assertEquals(expected, got, 1e-7 * scale);
    }
  }

  private interface Cell {
    long at(int row, int column);
  }

  private static CrossTable map(CrossTable table, Cell cell) {
    long[][] cells = new long[table.size()][table.size()];
    for (int i = 0; i < table.size(); i++) {
      for (int j = 0; j < table.size(); j++) {
        cells[i][j] = cell.at(i, j);
      }
    }
    return CrossTable.of(cells);
  }

  private CrossTable table(int size, int most) {
    CrossTable empty = CrossTable.of(new long[size][size]);
    return map(empty, (i, j) -> random.nextInt(3) == 0 ? 0 : random.nextInt(most));
  }

  private static TwoByTwo twoByTwo(CrossTable table) {
    return new TwoByTwo(table.count(1, 1), table.count(0, 1), table.count(1, 0), table.count(0, 0));
  }

  private Proportions proportions() {
    long n1 = random.nextLong(50);
    long n2 = random.nextLong(50);
    return new Proportions(random.nextLong(n1 + 1), n1, random.nextLong(n2 + 1), n2);
  }

  private double[] values() {
    return random.doubles(2 + random.nextInt(30), 1, 6).map(Math::floor).toArray();
  }

  private int[] shuffled(int size) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return order;
  }
}
