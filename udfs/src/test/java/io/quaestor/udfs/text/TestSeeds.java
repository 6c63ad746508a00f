package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestSeeds {
  private static final List<String> IDS =
      IntStream.range(0, 1_000).mapToObj(i -> "chk_" + i).toList();

  @Test
  void theHashIsTheSameInEveryRelease() {
    assertEquals(1962155925020160611L, Seeds.of(42, "unit-1", "c7"));
  }

  @Test
  void seedAndEveryPartCount() {
    Set<Long> hashes = new HashSet<>();
    for (long seed : new long[] {0, 1, -1, Long.MAX_VALUE}) {
      hashes.addAll(
          List.of(
              Seeds.of(seed),
              Seeds.of(seed, "a", "b"),
              Seeds.of(seed, "b", "a"),
              Seeds.of(seed, "ab"),
              Seeds.of(seed, (String) null)));
    }
    assertEquals(20, hashes.size());
  }

  @Test
  void unitNumbersFillTheIntervalEvenly() {
    assertEquals(0, Seeds.unit(0));
    assertTrue(Seeds.unit(-1) < 1);
    int[] tenths = new int[10];
    IDS.forEach(id -> tenths[(int) (10 * Seeds.unit(Seeds.of(1, id)))]++);
    double chiSquare = IntStream.of(tenths).mapToDouble(n -> (n - 100) * (n - 100) / 100.0).sum();
    assertTrue(chiSquare < 27.88, "0.999 quantile of 9 degrees of freedom; was " + chiSquare);
  }

  @Test
  void theDrawDoesNotDependOnOrder() {
    List<String> shuffled = new ArrayList<>(IDS);
    Collections.shuffle(shuffled, new Random(3));
    assertEquals(draw(IDS, 12, 42), draw(shuffled, 12, 42));
  }

  @Test
  void theDrawOfDrawsOfPartsIsTheDrawOfTheWhole() {
    List<String> parts = new ArrayList<>(draw(IDS.subList(700, 1_000), 12, 42));
    parts.addAll(draw(IDS.subList(0, 700), 12, 42));
    assertEquals(draw(IDS, 12, 42), draw(parts, 12, 42));
  }

  @Test
  void aSmallerDrawIsTheBeginningOfALargerOne() {
    assertEquals(draw(IDS, 25, 42).subList(0, 12), draw(IDS, 12, 42));
  }

  @Test
  void anotherSeedDrawsOthers() {
    assertNotEquals(draw(IDS, 12, 42), draw(IDS, 12, 43));
  }

  @Test
  void thereIsNothingToDrawFromNothing() {
    assertEquals(List.of(), draw(null, 3, 1));
    assertEquals(List.of(), draw(IDS, 0, 1));
    assertEquals(List.of(), draw(IDS, -1, 1));
    assertEquals(1_000, draw(IDS, 5_000, 1).size());
  }

  private static List<String> draw(List<String> ids, int k, long seed) {
    return Seeds.sample(ids, k, seed, Function.identity());
  }
}
