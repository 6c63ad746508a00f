package io.quaestor.udfs.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestTwoByTwo {

  @Test
  void onePairFallsIntoOneCell() {
    assertEquals(new TwoByTwo(1, 0, 0, 0), TwoByTwo.of(true, true));
    assertEquals(new TwoByTwo(0, 1, 0, 0), TwoByTwo.of(false, true));
    assertEquals(new TwoByTwo(0, 0, 1, 0), TwoByTwo.of(true, false));
    assertEquals(new TwoByTwo(0, 0, 0, 1), TwoByTwo.of(false, false));
  }

  @Test
  void anyOrderAndGroupingMergesToTheSameCounts() {
    Random random = new Random(5);
    List<TwoByTwo> pairs = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      pairs.add(TwoByTwo.of(random.nextInt(20) > 0, random.nextInt(20) > 0));
    }
    TwoByTwo whole = merge(pairs);
    Collections.shuffle(pairs, random);
    assertEquals(whole, merge(pairs.subList(0, 300)).plus(merge(pairs.subList(300, 1_000))));
    assertEquals(whole, whole.plus(TwoByTwo.EMPTY));
    assertEquals(1_000, whole.n());
  }

  @Test
  void countsAreNeverNegativeAndNeverWrapAround() {
    Exception negative =
        assertThrows(IllegalArgumentException.class, () -> new TwoByTwo(1, -2, 3, 4));
    assertEquals(
        "Negative count in a two-by-two table: bothPass=1 aOnlyFail=-2 bOnlyFail=3 bothFail=4;"
            + " counts start at 0",
        negative.getMessage());
    TwoByTwo full = new TwoByTwo(Long.MAX_VALUE, 0, 0, 0);
    assertThrows(ArithmeticException.class, () -> full.plus(TwoByTwo.of(true, true)));
    assertThrows(ArithmeticException.class, () -> new TwoByTwo(Long.MAX_VALUE, 1, 0, 0).n());
  }

  private static TwoByTwo merge(List<TwoByTwo> tables) {
    return tables.stream().reduce(TwoByTwo.EMPTY, TwoByTwo::plus);
  }
}
