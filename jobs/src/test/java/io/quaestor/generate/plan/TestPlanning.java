package io.quaestor.generate.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestPlanning {

  @Test
  void twentyQuestionsOverTwoUnitsDrawTwelveChunksEach() {
    List<Demand> demands = new Demands(List.of("a", "b"), 25).next(20, 20);
    assertEquals(List.of(12, 12), demands.stream().map(Demand::draw).toList());
    assertEquals(List.of(10, 10), demands.stream().map(Demand::questions).toList());
  }

  @Test
  void theDrawNeverPassesItsCap() {
    assertEquals(25, new Demands(List.of("a"), 25).next(300, 300).get(0).draw());
  }

  @Test
  void laterRoundsDrawOn() {
    Demands demands = new Demands(List.of("a", "b"), 25);
    demands.next(20, 20);
    Demand again = demands.next(3, 3).get(0);
    assertEquals(12, again.drawnBefore());
    assertFalse(demands.exhausted(Map.of("a", 40, "b", 10)));
    assertTrue(demands.exhausted(Map.of("a", 16, "b", 10)));
  }

  @Test
  void everyQuestionWantedIsAskedOfSomeUnit() {
    List<Demand> demands = new Demands(List.of("a", "b", "c"), 25).next(2, 2);
    assertEquals(2, demands.stream().mapToInt(Demand::questions).sum());
    assertEquals(2, demands.size());
  }

  @Test
  void theMixHoldsItsSharesInEveryStretch() {
    Mix mix = new Mix(Map.of("x", 3.0, "y", 1.0), Map.of("easy", 1.0));
    Map<String, Integer> seen = new HashMap<>();
    for (int batch = 0; batch < 40; batch++) {
      seen.merge(mix.cell(batch).type(), 1, Integer::sum);
      int expected = Math.round(0.75f * (batch + 1));
      assertTrue(Math.abs(seen.getOrDefault("x", 0) - expected) <= 1, "after " + batch);
    }
    assertEquals(Map.of("x", 30, "y", 10), seen);
  }
}
