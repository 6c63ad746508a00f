package io.quaestor.udfs.planting;

import java.util.Set;

/**
 * A question with one known defect.
 *
 * @param criterion the one that the defect makes false; of the others nothing is known
 */
public record Planted(Content content, String criterion) {
  static final String ANSWER = "answer_correct";
  static final String GRAMMAR = "grammar_correct";
  static final String HALLUCINATION = "no_hallucination";
  static final String COHERENT = "question_coherent";
  static final String REGISTER = "register_appropriate";

  /** Every criterion that a kind of defect can break. */
  public static final Set<String> CRITERIA =
      Set.of(ANSWER, GRAMMAR, HALLUCINATION, COHERENT, REGISTER);
}
