package io.quaestor.tables;

import java.util.List;

/**
 * What a person can change of a question, as it stands in an event of {@code reviews}.
 *
 * @param difficulty {@code beginner | intermediate | advanced}
 * @param flaws item-writing flaws that code finds in this content; empty when there are none
 */
public record QuestionContent(
    String stem,
    List<String> options,
    List<String> answer,
    List<String> acceptableVariations,
    String explanation,
    String difficulty,
    List<String> flaws) {

  /** A question's content as it stands. */
  public static QuestionContent of(Question question) {
    return new QuestionContent(
        question.stem(),
        question.options(),
        question.answer(),
        question.acceptableVariations(),
        question.explanation(),
        question.difficulty(),
        question.qualityFlags() == null ? List.of() : question.qualityFlags().flaws());
  }
}
