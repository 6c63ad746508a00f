package io.quaestor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.tables.KeyPosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestQualityCommand {

  @Test
  void aRowSaysWhereTheKeysStandAndHowUnlikelyThatIs() {
    KeyPosition tested =
        new KeyPosition("direct", "mcq_single", 3, List.of(8L, 1L, 6L), 15, 5.2, 2, 0.0743, null);
    assertEquals(
        "direct mcq_single, 3 options: keys at [8, 1, 6]; chi-square 5.20, df 2, p 0.074",
        QualityCommand.line(tested));
    KeyPosition few =
        new KeyPosition(
            "direct", "true_false", 2, List.of(1L, 0L), 1, null, null, null, "expected_below_5");
    assertEquals(
        "direct true_false, 2 options: keys at [1, 0]; no test: expected_below_5",
        QualityCommand.line(few));
  }
}
