package io.quaestor.udfs.agreement.raters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.udfs.agreement.CrossTable;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.PooledChance;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of many raters whatever they said. */
class TestRaterLaws {
  private static final List<Category> SCALE =
      IntStream.rangeClosed(1, 4).mapToObj(i -> Category.of((double) i)).toList();

  private final Random random = new Random(2011);

  @Test
  void ratersAndUnitsComeInAnyOrder() {
    for (int t = 0; t < 100; t++) {
      List<List<Category>> units = units(30, 4);
      List<Integer> raters = new ArrayList<>(List.of(0, 1, 2, 3));
      Collections.shuffle(raters, random);
      List<List<Category>> others =
          map(units, unit -> raters.stream().map(unit::get).collect(Collectors.toList()));
      Collections.shuffle(others, random);
      for (Function<Patterns, Estimate> figure : figures()) {
        assertClose(figure.apply(Patterns.of(units)), figure.apply(Patterns.of(others)));
      }
    }
  }

  @Test
  void statesMergeInAnyPartition() {
    for (int t = 0; t < 100; t++) {
      List<List<Category>> units = units(30, 3);
      int cut = random.nextInt(31);
      Patterns parts = Patterns.of(units.subList(cut, 30));
      parts.addAll(Patterns.of(units.subList(0, cut)));
      assertEquals(Patterns.of(units), parts);
      assertEquals(
          DawidSkene.fit(Patterns.of(units), SCALE, DawidSkene.Options.PAPER),
          DawidSkene.fit(parts, SCALE, DawidSkene.Options.PAPER));
    }
  }

  @Test
  void theScaleCanBeTurned() {
    for (int t = 0; t < 100; t++) {
      List<List<Category>> units = units(30, 3);
      List<List<Category>> turned =
          map(
              units,
              unit ->
                  unit.stream()
                      .map(c -> c == null ? null : Category.of(5 - c.number()))
                      .collect(Collectors.toList()));
      for (Function<Patterns, Estimate> figure : figures()) {
        assertClose(figure.apply(Patterns.of(units)), figure.apply(Patterns.of(turned)));
      }
    }
  }

  @Test
  void withTwoCompleteRatersGwetsFormIsThatOfTheTableButForItsDivisor() {
    for (int t = 0; t < 100; t++) {
      Patterns patterns = new Patterns();
      IntStream.range(0, 40)
          .forEach(
              i ->
                  patterns.add(
                      List.of(SCALE.get(random.nextInt(4)), SCALE.get(random.nextInt(4))), 1));
      CrossTable table = patterns.pair(0, 1, SCALE);
      Estimate form = ManyRaters.gwetAc2(patterns, Weights.Kind.LINEAR, SCALE);
      Estimate cells = PooledChance.ac2(table, Weights.Kind.LINEAR.over(4));
      assertEquals(cells.point().value(), form.point().value(), 1e-12);
      assertEquals(cells.standardError() * Math.sqrt(40.0 / 39), form.standardError(), 1e-12);
    }
  }

  @Test
  void unitsThatNobodyRatedTwiceTellNothing() {
    Patterns patterns = new Patterns();
    patterns.add(Stream.of(SCALE.get(0), null, null).collect(Collectors.toList()), 5);
    for (Function<Patterns, Estimate> figure : figures()) {
      assertEquals("no_pairs", figure.apply(patterns).point().undefined());
      assertEquals("no_pairs", figure.apply(new Patterns()).point().undefined());
    }
  }

  @Test
  void aMissingRatingIsOnNoScaleWhateverListItIs() {
    List<Category> unchangeable = List.of(Category.of(false), Category.of(true));
    Patterns patterns = new Patterns();
    patterns.add(Stream.of(unchangeable.get(0), unchangeable.get(0), null).toList(), 5);
    patterns.add(Stream.of(unchangeable.get(1), unchangeable.get(1), null).toList(), 7);
    List<Category> open = new ArrayList<>(unchangeable);
    assertEquals(patterns.pair(0, 2, open), patterns.pair(0, 2, unchangeable));
    DawidSkene.Options options = DawidSkene.Options.PAPER.withSmoothing(1);
    assertArrayEquals(
        DawidSkene.fit(patterns, open, options).prevalence(),
        DawidSkene.fit(patterns, unchangeable, options).prevalence());
  }

  @Test
  void copiesOfARaterAreWorthOneAndStrangersAreWorthThemselves() {
    List<Category> verdicts = List.of(Category.of(true), Category.of(false));
    Patterns copies = new Patterns();
    verdicts.forEach(verdict -> copies.add(Collections.nCopies(9, verdict), 7));
    assertEquals(1, EffectiveRaters.of(copies).value(), 1e-12);
    Patterns strangers = new Patterns();
    for (Category a : verdicts) {
      verdicts.forEach(b -> strangers.add(List.of(a, b), 5));
    }
    assertEquals(2, EffectiveRaters.of(strangers).value(), 1e-12);
    assertEquals("few_raters", EffectiveRaters.of(new Patterns()).undefined());
    Patterns constant = new Patterns();
    constant.add(Collections.nCopies(3, verdicts.get(0)), 7);
    assertEquals("no_variation", EffectiveRaters.of(constant).undefined());
  }

  @Test
  void skillsThatMadeTheVotesAreFoundAgain() {
    double[] sensitivity = {0.9, 0.8, 0.7};
    double[] specificity = {0.98, 0.95, 0.9};
    Patterns votes = new Patterns();
    for (int i = 0; i < 50_000; i++) {
      boolean good = random.nextDouble() < 0.8;
      List<Category> unit = new ArrayList<>();
      for (int rater = 0; rater < 3; rater++) {
        double pass = good ? specificity[rater] : 1 - sensitivity[rater];
        unit.add(Category.of(random.nextDouble() < pass));
      }
      votes.add(unit, 1);
    }
    DawidSkene fit = DawidSkene.fit(votes, null, DawidSkene.Options.PAPER);
    assertEquals(0.8, fit.prevalence()[1], 0.02);
    for (int rater = 0; rater < 3; rater++) {
      assertEquals(sensitivity[rater], fit.rate(rater, 0, 0), 0.02);
      assertEquals(specificity[rater], fit.rate(rater, 1, 1), 0.02);
    }
    assertTrue(fit.posteriors().length <= 8);
  }

  private List<Function<Patterns, Estimate>> figures() {
    List<Function<Patterns, Estimate>> figures = new ArrayList<>();
    figures.add(p -> Estimate.of(ManyRaters.percentAgreement(p)));
    figures.add(p -> ManyRaters.fleissKappa(p, SCALE));
    for (Weights.Kind kind : Weights.Kind.values()) {
      figures.add(p -> ManyRaters.gwetAc2(p, kind, SCALE));
    }
    for (KrippendorffAlpha.Level level : KrippendorffAlpha.Level.values()) {
      figures.add(p -> Estimate.of(KrippendorffAlpha.of(p, level, SCALE)));
    }
    return figures;
  }

  private static void assertClose(Estimate expected, Estimate got) {
    assertEquals(expected.point().undefined(), got.point().undefined());
    assertEquals(number(expected.point()), number(got.point()), 1e-10);
    assertEquals(number(expected.standardError()), number(got.standardError()), 1e-10);
  }

  private static double number(Statistic statistic) {
    return number(statistic.value());
  }

  private static double number(Double value) {
    return value == null ? -9 : value;
  }

  private List<List<Category>> units(int size, int raters) {
    List<List<Category>> units = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int truth = random.nextInt(4);
      List<Category> unit = new ArrayList<>();
      for (int j = 0; j < raters; j++) {
        int said = random.nextInt(3) == 0 ? random.nextInt(4) : truth;
        unit.add(random.nextInt(5) == 0 ? null : SCALE.get(said));
      }
      units.add(unit);
    }
    return units;
  }

  private static List<List<Category>> map(
      List<List<Category>> units, UnaryOperator<List<Category>> change) {
    List<List<Category>> changed = new ArrayList<>();
    units.forEach(unit -> changed.add(change.apply(unit)));
    return changed;
  }
}
