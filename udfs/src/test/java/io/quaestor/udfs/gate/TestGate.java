package io.quaestor.udfs.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestGate {
  private static final List<String> GATE = List.of("answer_correct", "grammar_correct");

  @Test
  void allTruePasses() {
    assertEquals(
        new Decision(Outcome.PASS, null, List.of(), List.of()),
        Gate.decide(GATE, Map.of("answer_correct", true, "grammar_correct", true)));
  }

  @Test
  void anyFalseFails() {
    assertEquals(
        new Decision(Outcome.FAIL, null, List.of("grammar_correct"), List.of()),
        Gate.decide(GATE, Map.of("answer_correct", true, "grammar_correct", false)));
  }

  @Test
  void aMissingCriterionIsUnscoredEvenWhenAnotherIsFalse() {
    assertEquals(
        new Decision(
            Outcome.UNSCORED,
            "missing_criterion",
            List.of("answer_correct"),
            List.of("grammar_correct")),
        Gate.decide(GATE, Map.of("answer_correct", false)));
  }

  @Test
  void aNullVerdictIsMissing() {
    Map<String, Boolean> verdicts = new HashMap<>(Map.of("answer_correct", true));
    verdicts.put("grammar_correct", null);
    assertEquals(Outcome.UNSCORED, Gate.decide(GATE, verdicts).outcome());
    assertEquals(GATE, Gate.decide(GATE, null).missing());
    assertEquals(
        Outcome.UNSCORED, Gate.decide(Arrays.asList("a", null), Map.of("a", true)).outcome());
  }

  @Test
  void softSignalsDoNotCount() {
    assertEquals(
        Outcome.PASS,
        Gate.decide(List.of("a"), Map.of("a", true, "difficulty_appropriate", false)).outcome());
  }

  @Test
  void aGateWithoutCriteriaPassesNothing() {
    assertEquals("no_criteria", Gate.decide(List.of(), Map.of("a", true)).reason());
    assertEquals(Outcome.UNSCORED, Gate.decide(null, Map.of()).outcome());
  }
}
