package io.quaestor.udfs.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestWilson {

  @Test
  void boundsAreExactAtTheEnds() {
    for (long trials : new long[] {1, 3, 1_039, 10_000_000_000L}) {
      assertEquals(0, Wilson.interval(0, trials).low());
      assertEquals(1, Wilson.interval(trials, trials).high());
    }
  }

  @Test
  void theIntervalHoldsTheShareAndMirrorsItself() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 10_000; i++) {
      long trials = 1 + random.nextLong(10_000_000_000L);
      long successes = random.nextLong(trials + 1);
      Estimate share = Wilson.interval(successes, trials);
      Estimate mirror = Wilson.interval(trials - successes, trials);
      assertTrue(0 <= share.low() && share.low() <= share.point().value());
      assertTrue(share.point().value() <= share.high() && share.high() <= 1);
      assertEquals(share.low(), 1 - mirror.high(), 1e-15);
    }
  }

  @Test
  void nothingTriedIsUndefined() {
    assertEquals("no_trials", Wilson.interval(0, 0).point().undefined());
  }

  @Test
  void moreSuccessesThanTrialsAreRefused() {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> Wilson.interval(3, 2));
    assertEquals(
        "No share of 3 successes in 2 trials: successes have to lie between 0 and trials",
        refused.getMessage());
  }
}
