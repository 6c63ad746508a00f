package io.quaestor.udfs.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestNames {

  @Test
  void everyNameIsReadBackInAnyCase() {
    for (QuestionType type : QuestionType.values()) {
      assertEquals(Optional.of(type), QuestionType.parse(type.wire()));
      assertEquals(Optional.of(type), QuestionType.parse(type.name()));
    }
    for (Difficulty difficulty : Difficulty.values()) {
      assertEquals(Optional.of(difficulty), Difficulty.parse(difficulty.wire()));
    }
    assertEquals("mcq_single", QuestionType.MCQ_SINGLE.wire());
    assertEquals(Optional.of(QuestionType.FILL_IN_BLANK), QuestionType.parse(" Fill-in blank "));
  }

  @Test
  void gradedDifficultiesMapInOrder() {
    assertEquals(Optional.of(Difficulty.BEGINNER), Difficulty.parse("easy"));
    assertEquals(Optional.of(Difficulty.INTERMEDIATE), Difficulty.parse("Medium"));
    assertEquals(Optional.of(Difficulty.ADVANCED), Difficulty.parse("HARD"));
  }

  @Test
  void otherNamesAreUnknown() {
    for (String name : new String[] {null, "", " ", "mcq", "facile", "x".repeat(1_000_000)}) {
      assertFalse(QuestionType.parse(name).isPresent());
      assertFalse(Difficulty.parse(name).isPresent());
    }
  }

  @Test
  void typedAnswersAreTheLastThreeTypes() {
    assertEquals(
        Set.of(QuestionType.FILL_IN_BLANK, QuestionType.SHORT_ANSWER, QuestionType.WRITING),
        QuestionType.TYPED);
  }
}
