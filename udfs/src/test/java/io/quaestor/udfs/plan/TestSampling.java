package io.quaestor.udfs.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestSampling {

  @Test
  void twentyQuestionsOverTwoUnitsTakeTwelveChunksEach() {
    assertEquals(12, Sampling.chunksPerUnit(20, 2, 25));
    assertEquals(13, Sampling.chunksPerUnit(21, 2, 25));
    assertEquals(25, Sampling.chunksPerUnit(300, 2, 25));
  }

  @Test
  void noUnitsTakeNothing() {
    assertEquals(0, Sampling.chunksPerUnit(20, 0, 25));
    assertEquals(0, Sampling.chunksPerUnit(20, -1, 25));
    assertEquals(0, Sampling.chunksPerUnit(20, 2, -1));
  }

  @Test
  void noNumbersMakeItLeaveItsRange() {
    SplittableRandom random = new SplittableRandom(36);
    for (int i = 0; i < 10_000; i++) {
      int chunks = Sampling.chunksPerUnit(random.nextInt(), random.nextInt(), 25);
      assertTrue(chunks >= 0 && chunks <= 25);
    }
    assertEquals(25, Sampling.chunksPerUnit(Long.MAX_VALUE, 1, 25));
    assertEquals(Integer.MAX_VALUE, Sampling.chunksPerUnit(Long.MAX_VALUE, 1, Integer.MAX_VALUE));
    assertEquals(3, Sampling.chunksPerUnit(Long.MAX_VALUE, Long.MAX_VALUE, 25));
    assertEquals(3, Sampling.chunksPerUnit(1, Long.MAX_VALUE, 25));
    assertEquals(2, Sampling.chunksPerUnit(Long.MIN_VALUE, 3, 25));
  }
}
