package io.quaestor.review;

import io.quaestor.JobException;
import io.quaestor.tables.Question;
import io.quaestor.tables.QuestionContent;
import io.quaestor.udfs.flaws.Flaws;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.structure.Draft;
import io.quaestor.udfs.structure.StructureCheck;
import java.util.List;

/**
 * Content as a person wrote it; a null part stays as it is.
 *
 * @param options in order, the key among them
 * @param answer the key
 */
public record Edited(
    String stem,
    List<String> options,
    List<String> answer,
    List<String> acceptableVariations,
    String explanation,
    String difficulty) {

  /**
   * The question's content with these parts, checked as every draft is.
   *
   * @throws JobException when its structure is not sound, naming each problem, or nothing changed
   */
  QuestionContent over(Question question) {
    QuestionContent old = QuestionContent.of(question);
    Draft draft =
        new Draft(
            question.type(),
            stem == null ? old.stem() : stem.strip(),
            or(options, old.options()),
            or(answer, old.answer()));
    List<String> problems = StructureCheck.problems(draft);
    if (!problems.isEmpty()) {
      throw JobException.input(
          "unsound_question",
          "The question would not be sound: " + String.join(", ", problems),
          "correct these and save again; nothing was changed");
    }
    QuestionContent content =
        new QuestionContent(
            draft.stem(),
            draft.options(),
            draft.answer(),
            or(acceptableVariations, old.acceptableVariations()),
            explanation == null ? old.explanation() : explanation.strip(),
            level(old.difficulty()),
            Flaws.of(draft, question.language()));
    if (content.equals(old)) {
      throw JobException.input(
          "nothing_changed", "The question reads like this already", "change something");
    }
    return content;
  }

  private String level(String old) {
    if (difficulty == null) {
      return old;
    }
    return Difficulty.parse(difficulty)
        .map(Difficulty::wire)
        .orElseThrow(
            () ->
                JobException.input(
                    "unknown_difficulty",
                    "There is no difficulty %s".formatted(difficulty),
                    "use beginner, intermediate or advanced"));
  }

  private static List<String> or(List<String> given, List<String> old) {
    return given == null
        ? old
        : given.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
