package io.quaestor.udfs.sql;

import io.quaestor.udfs.answer.AnswerMatch;
import io.quaestor.udfs.answer.Answers;
import io.quaestor.udfs.candidate.Arithmetic;
import io.quaestor.udfs.sql.SqlFunction.Example;
import java.util.List;

/** Whether answers are right. */
public final class AnswerFunctions {
  private AnswerFunctions() {}

  /** {@link Answers#match}. */
  @SqlFunction(
      usage =
          "Whether what a student typed is the answer or one of its variations: exact, normalised"
              + " (see normalise_text) or fuzzy, a few slips apart; else none. Undefined (no_key)"
              + " when nothing is accepted.",
      arguments = {
        "given - what was typed; NULL and blank match nothing",
        "answer - the key; NULL and blank count as absent",
        "acceptable_variations - also right; NULL for none"
      },
      optional = 1,
      examples = {
        @Example(
            sql = "answer_match('évaporasion', 'l’évaporation', array('Évaporation'))",
            result =
                "{\"matched\":true,\"tier\":\"fuzzy\",\"matched_with\":\"Évaporation\",\"similarity\":0.9090909090909091,\"undefined\":null}"),
        @Example(sql = "answer_match(' Le CHAT.', 'le chat').tier", result = "normalised"),
        @Example(sql = "answer_match('12', '21').matched", result = "false")
      })
  public static AnswerMatch answerMatch(
      String given, String answer, List<String> acceptableVariations) {
    return Answers.match(given, answer, acceptableVariations);
  }

  /** {@link Arithmetic#isRight}; null when it is not arithmetic. */
  @SqlFunction(
      usage =
          "Whether the equation is true with the answer in its blank, by exact fractions; NULL when"
              + " the text is no equation with one blank.",
      arguments = {"text - such as 7 + 5 = [blank]", "answer - what goes into the blank"},
      examples = {
        @Example(sql = "arithmetic_is_right('7 × [blank] = 3,5', '1/2')", result = "true"),
        @Example(sql = "arithmetic_is_right('Who is [blank]?', '5')", result = "NULL")
      })
  public static Boolean arithmeticIsRight(String text, String answer) {
    return Arithmetic.isRight(text, answer).orElse(null);
  }
}
