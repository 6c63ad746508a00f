package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestWarmFirst {
  private static Ask ask(String model, String prefix, int number) {
    return new Ask(
        prefix + number, model, "p", "s", 0, "", prefix, "u" + number, null, null, 10, null);
  }

  private static List<String> order(List<Ask> sorted) {
    List<String> ids = new ArrayList<>();
    Iterator<Ask> order = new WarmFirst.Order(sorted.iterator(), Set.of("caching"));
    order.forEachRemaining(ask -> ids.add(ask.askId()));
    return ids;
  }

  @Test
  void theFirstOfEachPrefixComesBeforeTheOthers() {
    List<Ask> sorted = new ArrayList<>();
    for (String prefix : List.of("a", "b", "c")) {
      for (int i = 0; i < 3; i++) {
        sorted.add(ask("caching", prefix, i));
      }
    }
    assertEquals(List.of("a0", "b0", "c0", "a1", "a2", "b1", "b2", "c1", "c2"), order(sorted));
  }

  @Test
  void modelsWithoutACacheKeepTheirOrder() {
    List<Ask> sorted = List.of(ask("m", "a", 0), ask("m", "a", 1), ask("m", "b", 0));
    assertEquals(List.of("a0", "a1", "b0"), order(sorted));
  }

  @Test
  void nothingIsLostHoweverManyShareAPrefix() {
    List<Ask> sorted = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      sorted.add(ask("caching", "same", i));
    }
    List<String> ids = order(sorted);
    assertEquals(2_000, ids.size());
    assertEquals(2_000, new HashSet<>(ids).size());
    assertEquals("same0", ids.get(0));
  }

  @Test
  void oneFillsTheCacheAndTheOthersWaitForIt() {
    Warmth warmth = new Warmth();
    Warmth.Part first = warmth.enter("m", "prefix", 0);
    Warmth.Part second = warmth.enter("m", "prefix", 1);
    assertTrue(first.first());
    assertFalse(second.first());
    assertSame(first.filled(), second.filled());
    assertTrue(warmth.enter("m", "other", 1).first());
    assertTrue(warmth.enter("n", "prefix", 1).first());
  }

  @Test
  void aCacheThatWasNotUsedForLongIsFilledAgain() {
    Warmth warmth = new Warmth();
    long minute = Duration.ofMinutes(1).toNanos();
    warmth.enter("m", "prefix", 0);
    assertFalse(warmth.enter("m", "prefix", 3 * minute).first());
    assertFalse(warmth.enter("m", "prefix", 6 * minute).first());
    assertTrue(warmth.enter("m", "prefix", 11 * minute).first());
  }
}
