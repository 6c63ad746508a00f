package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestUlid {

  @Test
  void theTimePartIsTheSpecificationsExample() {
    assertTrue(Ulid.of(1_469_918_176_385L, new SplittableRandom(1)).startsWith("01ARYZ6S41"));
    assertTrue(Ulid.of((1L << 48) - 1, new SplittableRandom(1)).startsWith("7ZZZZZZZZZ"));
  }

  @Test
  void theyAreTwentySixDigitsThatSortByTime() {
    SplittableRandom random = new SplittableRandom(7);
    String before = Ulid.of(0, random);
    for (int i = 1; i < 1_000; i++) {
      String next = Ulid.of(i * 1_000_003L, random);
      assertTrue(next.matches("[0-9A-HJKMNP-TV-Z]{26}"));
      assertTrue(before.compareTo(next) < 0);
      before = next;
    }
  }

  @Test
  void theSameArgumentsGiveTheSameOne() {
    assertEquals(Ulid.of(5, new SplittableRandom(9)), Ulid.of(5, new SplittableRandom(9)));
  }

  @Test
  void aTimeOutOfRangeIsRefused() {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Ulid.of(-1, new SplittableRandom(1)));
    assertEquals(
        "No ULID for epoch millisecond -1: its time part has 48 bits;"
            + " pass a value from 0 to 281474976710655",
        refused.getMessage());
  }
}
