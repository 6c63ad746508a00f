package io.quaestor.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentResult;
import io.quaestor.udfs.agreement.compare.ClusteredRatios;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The comparison alone, over outcomes that are drawn with a known truth: questions of a chunk hang
 * together, within a cohort and between cohorts. As many repetitions as {@code
 * -Dquaestor.repetitions=5000} says, 200 here.
 */
class TestFalseAlarms {
  private static final int REPETITIONS = Integer.getInteger("quaestor.repetitions", 200);
  private static final int CHUNKS = 150;
  private static final double LEVEL = 0.05;
  private static final double UNLIKELY = 0.001;
  private static final List<String> CRITERIA =
      List.of("answer", "grammar", "grounded", "coherent", "natural", "register");

  /** How far chunks differ, on the scale of log odds: an intraclass correlation of about 0.1. */
  private static final double SPREAD = 0.6;

  private final Results results =
      new Results(
          new Experiment(
              "exp",
              "made",
              List.of(),
              List.of("anna"),
              Map.of(),
              null,
              null,
              CHUNKS,
              5,
              1,
              Instant.EPOCH),
          Instant.EPOCH);

  @Test
  void withEqualTruthOneTestInTwentyAndOneExperimentInTwentyRaisesAnAlarm() {
    for (int perChunk : new int[] {5, 1}) {
      int gate = 0;
      int any = 0;
      for (int i = 0; i < REPETITIONS; i++) {
        List<ExperimentResult> rows =
            compared(new SplittableRandom(1_000L * perChunk + i), perChunk, 0);
        gate += rows.get(0).p() < LEVEL ? 1 : 0;
        any += rows.stream().anyMatch(r -> alarm(r.verdict())) ? 1 : 0;
      }
      String found =
          "%d questions a chunk, %d repetitions: gate %d, adjusted %d"
              .formatted(perChunk, REPETITIONS, gate, any);
      if (REPETITIONS > 200) {
        System.out.println(found);
      }
      assertTrue(gate <= allowed() && any <= allowed(), found + ", allowed " + allowed());
    }
  }

  @Test
  void aDifferenceThatIsThereIsCoveredNineteenTimesInTwentyAndFound() {
    int covered = 0;
    int found = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      ExperimentResult gate = compared(new SplittableRandom(77_000L + i), 5, 1.2).get(0);
      double truth = chance(1.2) - chance(0);
      covered += gate.interval().low() <= truth && truth <= gate.interval().high() ? 1 : 0;
      found += "higher".equals(gate.verdict()) ? 1 : 0;
    }
    assertTrue(REPETITIONS - covered <= allowed(), "covered %d".formatted(covered));
    assertTrue(found > 0.9 * REPETITIONS, "found %d".formatted(found));
  }

  @Test
  void manyTestsAreAdjustedForAndFewEventsAreNotTested() {
    List<ExperimentResult> rows = compared(new SplittableRandom(5), 5, 1.2);
    long tested = rows.stream().filter(row -> row.p() != null).count();
    assertEquals(tested, rows.get(0).tests());
    assertTrue(rows.stream().allMatch(r -> r.p() == null || r.pAdjusted() >= r.p()));
    ClusteredRatios few = ClusteredRatios.EMPTY;
    for (int i = 0; i < 100; i++) {
      few = few.plus(ClusteredRatios.cluster(2, 2, i < 4 ? 1 : 2, 2));
    }
    Contrast rare = contrast(Metric.CRITERION, "anna rare", few);
    ExperimentResult row = results.rows(List.of(Finding.of(rare))).get(0);
    assertEquals(-0.02, row.difference(), 1e-12);
    assertEquals("too_few_events", row.undefined().get("p"));
    assertEquals(null, row.interval());
    assertEquals(null, row.verdict());
  }

  private static boolean alarm(String verdict) {
    return "higher".equals(verdict) || "lower".equals(verdict);
  }

  /** The gate first, then criteria, what is kept, and what it costs. */
  private List<ExperimentResult> compared(SplittableRandom random, int perChunk, double better) {
    ClusteredRatios gate = ClusteredRatios.EMPTY;
    ClusteredRatios yield = ClusteredRatios.EMPTY;
    ClusteredRatios cost = ClusteredRatios.EMPTY;
    List<ClusteredRatios> criteria = new ArrayList<>();
    CRITERIA.forEach(each -> criteria.add(ClusteredRatios.EMPTY));
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      double effect = SPREAD * random.nextGaussian();
      int na = draws(random, perChunk, 0.85);
      int nb = draws(random, perChunk, 0.85);
      int xa = draws(random, na, odds(2 + effect));
      int xb = draws(random, nb, odds(2 + better + effect));
      if (na > 0 && nb > 0) {
        gate = gate.plus(ClusteredRatios.cluster(xa, na, xb, nb));
        for (int c = 0; c < CRITERIA.size(); c++) {
          int ca = xa + draws(random, na - xa, 0.7);
          int cb = xb + draws(random, nb - xb, 0.7);
          criteria.set(c, criteria.get(c).plus(ClusteredRatios.cluster(ca, na, cb, nb)));
        }
      }
      yield = yield.plus(ClusteredRatios.cluster(na, perChunk, nb, perChunk));
      double size = Math.exp(0.5 * random.nextGaussian());
      cost =
          cost.plus(
              ClusteredRatios.cluster(
                  size * (1 + random.nextDouble()), xa, size * (1 + random.nextDouble()), xb));
    }
    List<Contrast> contrasts = new ArrayList<>();
    contrasts.add(contrast(Metric.GATE_PASS, "anna", gate));
    for (int c = 0; c < CRITERIA.size(); c++) {
      contrasts.add(contrast(Metric.CRITERION, "anna " + CRITERIA.get(c), criteria.get(c)));
    }
    contrasts.add(contrast(Metric.YIELD, "", yield));
    contrasts.add(contrast(Metric.COST_PER_ACTIVE, "", cost));
    return results.rows(contrasts.stream().map(Finding::of).toList());
  }

  private static Contrast contrast(Metric metric, String of, ClusteredRatios ratios) {
    return new Contrast(
        "v4", "v5", metric, of, ratios, new Contrast.Chunks(ratios.clusters(), 0, 0, 0));
  }

  private static int draws(SplittableRandom random, int trials, double chance) {
    int hits = 0;
    for (int i = 0; i < trials; i++) {
      hits += random.nextDouble() < chance ? 1 : 0;
    }
    return hits;
  }

  private static double odds(double log) {
    return 1 / (1 + Math.exp(-log));
  }

  /** The mean chance to pass over all chunks. */
  private static double chance(double better) {
    double sum = 0;
    double weights = 0;
    for (double z = -6; z <= 6; z += 0.01) {
      double weight = Math.exp(-z * z / 2);
      sum += weight * odds(2 + better + SPREAD * z);
      weights += weight;
    }
    return sum / weights;
  }

  /** The most alarms at 5% that are not unlikelier than one in a thousand. */
  private static int allowed() {
    double exactly = Math.pow(1 - LEVEL, REPETITIONS);
    double more = 1 - exactly;
    int alarms = 0;
    while (more > UNLIKELY) {
      alarms++;
      exactly *= LEVEL / (1 - LEVEL) * (REPETITIONS - alarms + 1) / alarms;
      more -= exactly;
    }
    return alarms;
  }
}
