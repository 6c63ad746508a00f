package io.quaestor.generate.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.generate.plan.CostEstimate.Past;
import io.quaestor.generate.plan.CostEstimate.Planned;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestCostEstimate {
  private static final Planned HUNDRED = new Planned(10, 1);

  @Test
  void withoutAPastItIsAGuessAroundTheEstimate() {
    CostEstimate guess = CostEstimate.of(Map.of("m", HUNDRED), Map.of());
    assertEquals(6.5, guess.low(), 1e-9);
    assertEquals(13.5, guess.high(), 1e-9);
    assertTrue(guess.words().contains("nothing like it asked yet"));
  }

  @Test
  void thePastMovesItAndMakesItNarrower() {
    CostEstimate known =
        CostEstimate.of(Map.of("m", HUNDRED), Map.of("m", new Past(100, 0.8, 0.2)));
    assertEquals(8, (known.low() + known.high()) / 2, 1e-9);
    assertEquals(1.645 * 0.2 * Math.sqrt(1 + 100.0 / 100), (known.high() - known.low()) / 2, 1e-9);
    assertEquals(100, known.batches());
  }

  @Test
  void whatWasSpentIsSetAgainstIt() {
    CostEstimate estimate = new CostEstimate(9, 11, 50);
    assertTrue(estimate.against(10.5).contains("within the estimate of $9.00 to $11.00 (+5 %"));
    assertTrue(estimate.against(12).contains("more than the estimate"));
    assertTrue(estimate.against(8).contains("less than the estimate"));
  }

  @Test
  void nineIntervalsInTenHoldWhatComesTrue() {
    Random dice = new Random(3);
    int held = 0;
    for (int trial = 0; trial < 2_000; trial++) {
      Past past = past(dice, 40);
      double cost = 0;
      for (int i = 0; i < 60; i++) {
        cost += 0.1 * ratio(dice);
      }
      CostEstimate estimate = CostEstimate.of(Map.of("m", new Planned(6, 0.6)), Map.of("m", past));
      held += cost >= estimate.low() && cost <= estimate.high() ? 1 : 0;
    }
    assertEquals(0.9, held / 2_000.0, 0.025);
  }

  private static double ratio(Random dice) {
    return Math.exp(0.3 * dice.nextGaussian());
  }

  private static Past past(Random dice, int batches) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < batches; i++) {
      double ratio = ratio(dice);
      sum += ratio;
      squares += ratio * ratio;
    }
    double mean = sum / batches;
    double variance = (squares - batches * mean * mean) / (batches - 1);
    return new Past(batches, mean, Math.sqrt(variance));
  }
}
