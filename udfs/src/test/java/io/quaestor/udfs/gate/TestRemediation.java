package io.quaestor.udfs.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestRemediation {
  private static final Set<String> BOTH = Set.of("difficulty", "acceptable_variations");
  private static final Labels CURRENT =
      new Labels("beginner", List.of("l’été", "L'été.", "un été", "été"));
  private static final Suggestions SUGGESTED =
      new Suggestions("Hard", List.of("L'ÉTÉ", "jamais vu", " "));

  @Test
  void aPassRelabelsAndTakesInvalidVariationsAway() {
    assertEquals(
        new Labels("advanced", List.of("un été", "été")),
        Remediation.apply(Outcome.PASS, BOTH, CURRENT, SUGGESTED));
  }

  @Test
  void nothingChangesWithoutAPass() {
    assertSame(CURRENT, Remediation.apply(Outcome.FAIL, BOTH, CURRENT, SUGGESTED));
    assertSame(CURRENT, Remediation.apply(Outcome.UNSCORED, BOTH, CURRENT, SUGGESTED));
  }

  @Test
  void nothingChangesWithoutPermission() {
    assertEquals(CURRENT, Remediation.apply(Outcome.PASS, Set.of(), CURRENT, SUGGESTED));
    assertEquals(CURRENT, Remediation.apply(Outcome.PASS, null, CURRENT, SUGGESTED));
    assertEquals(
        new Labels("advanced", CURRENT.acceptableVariations()),
        Remediation.apply(Outcome.PASS, Set.of("difficulty"), CURRENT, SUGGESTED));
  }

  @Test
  void unknownOrAbsentSuggestionsChangeNothing() {
    for (Suggestions none :
        new Suggestions[] {null, new Suggestions(null, null), new Suggestions("C1", List.of(""))}) {
      assertEquals(CURRENT, Remediation.apply(Outcome.PASS, BOTH, CURRENT, none));
    }
  }

  @Test
  void theSameDifficultyKeepsItsSpelling() {
    Labels easy = new Labels("easy", null);
    assertEquals(
        easy, Remediation.apply(Outcome.PASS, BOTH, easy, new Suggestions("beginner", null)));
  }
}
