package io.quaestor.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TestAllocation {

  @Test
  void sharesAreInProportionAndTheLargestRemaindersAreRaised() {
    assertArrayEquals(new long[] {5, 3, 2}, Allocation.shares(new long[] {50, 30, 20}, 10));
    assertArrayEquals(new long[] {3, 2, 2}, Allocation.shares(new long[] {40, 35, 25}, 7));
    assertArrayEquals(new long[] {1, 0, 0}, Allocation.shares(new long[] {1, 1, 1}, 1));
    assertArrayEquals(new long[] {3, 0, 4}, Allocation.shares(new long[] {3, 0, 4}, 99));
    long most = Long.MAX_VALUE / 4;
    assertArrayEquals(new long[] {5, 5}, Allocation.shares(new long[] {most, most}, 10));
  }

  @Test
  void aStratumNeverGivesMoreThanItHasAndTheSizeIsReached() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<Stratum> strata =
          IntStream.range(0, 1 + random.nextInt(8))
              .mapToObj(
                  i -> new Stratum("t" + i, "d", random.nextBoolean(), 1 + random.nextInt(9), 0))
              .toList();
      int size = 1 + random.nextInt(40);
      List<Stratum> drawn = Allocation.of(strata, size, random.nextDouble());
      drawn.forEach(s -> assertTrue(s.drawn() >= 0 && s.room() >= 0, s.toString()));
      long there = strata.stream().mapToLong(Stratum::population).sum();
      assertEquals(
          Math.min(size, there), drawn.stream().mapToLong(Stratum::drawn).sum(), strata.toString());
    }
  }

  @Test
  void disagreementsComeFirstAndTheRestIsDrawnFromAllThatAreLeft() {
    List<Stratum> strata =
        List.of(new Stratum("t", "d", false, 90, 0), new Stratum("t", "d", true, 10, 0));
    assertEquals("[15, 5]", drawn(strata, 20, 0.8));
    assertEquals("[18, 2]", drawn(strata, 20, 1));
    assertEquals("[10, 10]", drawn(strata, 20, 0));
    assertEquals("[90, 10]", drawn(strata, 1000, 0.5));
  }

  @Test
  void aSampleThatCannotBeIsRefused() {
    assertThrows(JobException.class, () -> new SampleOptions(0, List.of(), 1, 0.5, "a.csv"));
    assertThrows(JobException.class, () -> new SampleOptions(1, List.of(), 1, 1.1, "a.csv"));
    assertThrows(JobException.class, () -> new SampleOptions(1, List.of(), 1, Double.NaN, "a.csv"));
    JobException refused =
        assertThrows(JobException.class, () -> new SampleOptions(1, List.of(), 1, 0.5, "a.xlsx"));
    assertEquals("Cannot tell the format of a.xlsx by its name", refused.getMessage());
  }

  private static String drawn(List<Stratum> strata, int size, double share) {
    return LongStream.of(
            Allocation.of(strata, size, share).stream().mapToLong(Stratum::drawn).toArray())
        .boxed()
        .toList()
        .toString();
  }
}
