package io.quaestor.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestUniformTest {

  @Test
  void sixtyRollsOfADieHaveTheirStatisticAndTail() {
    UniformTest die = UniformTest.of(List.of(5L, 8L, 9L, 8L, 10L, 20L));
    assertEquals(13.4, die.chiSquare(), 1e-12);
    assertEquals(5, die.degreesOfFreedom());
    assertEquals(0.0199052, die.pValue(), 1e-6);
    assertNull(die.undefined());
  }

  @Test
  void tabledQuantilesHaveTheirTail() {
    UniformTest two = UniformTest.of(List.of(98L, 70L));
    assertEquals(784.0 / 168, two.chiSquare(), 1e-12);
    assertEquals(0.0307, two.pValue(), 1e-4);
    assertEquals(1, UniformTest.of(List.of(25L, 25L, 25L, 25L)).pValue(), 1e-15);
  }

  @Test
  void aTinyTailIsNotZero() {
    double tail = UniformTest.of(List.of(300L, 0L, 0L, 0L)).pValue();
    assertEquals(-194.05, Math.log10(tail), 0.01);
  }

  @Test
  void tooFewCountsHaveNoTest() {
    assertEquals("expected_below_5", UniformTest.of(List.of(10L, 5L, 4L, 0L)).undefined());
    assertNull(UniformTest.of(List.of(10L, 5L, 5L, 0L)).undefined());
    assertEquals("expected_below_5", UniformTest.of(List.of(0L, 0L)).undefined());
    assertEquals("one_option", UniformTest.of(List.of(100L)).undefined());
    assertEquals("one_option", UniformTest.of(List.of()).undefined());
  }
}
