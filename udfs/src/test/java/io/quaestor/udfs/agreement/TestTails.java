package io.quaestor.udfs.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class TestTails {

  /** Exact values by whole-number arithmetic. */
  @Test
  void mcNemars1947TailIsExactForManyTossesToo() {
    assertEquals(0.04658552770494739, McNemar.exact(4_900, 5_100), 1e-12);
    assertEquals(0.07436051924948761, McNemar.exact(24_800, 25_200), 1e-13);
    assertEquals(0.011514925490228948, McNemar.exact(50_400, 49_600), 1e-13);
    assertEquals(0.9974768737858033, McNemar.exact(49_999, 50_001), 1e-13);
    assertEquals(0.20477605910156446, McNemar.exact(49_800, 50_202), 1e-13);
    assertEquals(1, McNemar.exact(5_000_000_000L, 5_000_000_000L));
    assertEquals(0.6547386037882641, McNemar.exact(1_000_000_000L, 1_000_020_000L), 1e-8);
  }

  @Test
  void studentsQuantilesJoinThoseOfTheNormal() {
    assertEquals(12.706204736174698, Quantiles.student(0.95, 1), 1e-9);
    TDistribution few = new TDistribution(null, 1e4, 1e-14);
    assertEquals(
        few.inverseCumulativeProbability(0.975), Quantiles.student(0.95, 10_000.000001), 1e-11);
    for (double t : new double[] {0, 0.5, 2, 4, 9}) {
      double below = Quantiles.twoSidedStudent(t, 10_000);
      double above = Quantiles.twoSidedStudent(t, 10_000.000001);
      assertEquals(below, above, 1e-11, "t " + t);
    }
    assertEquals(Estimate.Z95, Quantiles.student(0.95, 1e15), 1e-14);
    assertEquals(2.5758293035489004, Quantiles.normal(0.99), 1e-12);
  }

  @Test
  void whatIsNoLevelIsRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Quantiles.normal(95)).getMessage();
    assertEquals("No interval has level 95.0: a level lies between 0 and 1, such as 0.95", message);
  }

  @Test
  void theExactIntervalHoldsTheShareNearWilsonsAndMirrorsItself() {
    SplittableRandom random = new SplittableRandom(1934);
    for (int i = 0; i < 300; i++) {
      long trials = 1 + random.nextLong(i % 2 == 0 ? 50 : 1_000_000_000L);
      long successes = random.nextLong(trials + 1);
      Estimate exact = ClopperPearson.interval(successes, trials);
      Estimate score = Wilson.interval(successes, trials);
      assertTrue(exact.low() <= exact.point().value() && exact.point().value() <= exact.high());
      assertEquals(
          exact.low(), 1 - ClopperPearson.interval(trials - successes, trials).high(), 1e-12);
      assertEquals(score.low(), exact.low(), 2.0 / Math.sqrt(trials));
    }
  }

  @Test
  void threeSuccessesInABillionKeepTheirDigits() {
    Estimate exact = ClopperPearson.interval(3, 1_000_000_000);
    assertEquals(0.6186721e-9, exact.low(), 1e-15);
    assertEquals(8.767273e-9, exact.high(), 1e-14);
  }
}
