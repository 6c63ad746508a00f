package io.quaestor.udfs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestEditDistance {

  @Test
  void knownPairsHaveTheirDistance() {
    assertDistance(0, "chat", "chat");
    assertDistance(3, "kitten", "sitting");
    assertDistance(1, "chat", "caht");
    assertDistance(3, "CA", "ABC");
    assertDistance(4, "", "chat");
    assertDistance(1, "été", "éte");
    assertDistance(1, "a😀b", "ab");
    assertDistance(0, null, "");
  }

  @Test
  void beyondTheLimitThereIsNone() {
    assertEquals(OptionalInt.empty(), EditDistance.atMost("kitten", "sitting", 2));
    assertTrue(EditDistance.within("kitten", "sitting", 3));
    assertFalse(EditDistance.within("a", "b", 0));
    assertTrue(EditDistance.within("a", "a", 0));
    assertFalse(EditDistance.within("a", "a", -1));
  }

  @Test
  void theBandedTableGivesWhatTheWholeTableGives() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 20_000; i++) {
      String a = word(random);
      String b = word(random);
      int whole = whole(a, b);
      int limit = random.nextInt(8);
      OptionalInt expected = whole <= limit ? OptionalInt.of(whole) : OptionalInt.empty();
      assertEquals(expected, EditDistance.atMost(a, b, limit), () -> a + " " + b + " " + limit);
      assertEquals(expected, EditDistance.atMost(b, a, limit));
    }
  }

  @Test
  void aMegabyteIsComparedInReasonableTime() {
    String huge = "é x ".repeat(250_000);
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertTrue(EditDistance.within(huge, huge + "ab", 3));
          assertFalse(EditDistance.within(huge, "chat", 3));
        });
  }

  private static void assertDistance(int expected, String a, String b) {
    assertEquals(OptionalInt.of(expected), EditDistance.atMost(a, b, 10), a + " " + b);
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(9);
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  private static int whole(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : least(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int least(int[][] d, String a, String b, int i, int j) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
