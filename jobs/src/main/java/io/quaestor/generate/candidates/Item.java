package io.quaestor.generate.candidates;

import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.udfs.candidate.CandidateItem;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.text.Normalise;
import java.util.List;

/**
 * A practice item as a model wrote it.
 *
 * @param mode {@code options} or {@code numeric}
 * @param correctIndex 0-based place of the key, -1 in numeric mode
 * @param answer the number that belongs in the blank, empty in options mode
 */
record Item(
    String text,
    String mode,
    List<String> options,
    int correctIndex,
    String answer,
    String passage,
    List<String> evidenceSpanIds,
    List<String> quotes,
    String explanation) {

  boolean numeric() {
    return CandidateItem.NUMERIC.equals(mode);
  }

  /** Whether a question can be made of it: it has a text, and a key that can be found. */
  boolean usable() {
    return !Normalise.isBlank(text) && (numeric() ? !Normalise.isBlank(answer) : keyed());
  }

  /** What the score looks at. */
  CandidateItem scored() {
    return numeric()
        ? new CandidateItem(text, mode, options, null, answer)
        : new CandidateItem(text, mode, options, correctIndex, null);
  }

  /** The type of the question it becomes. */
  String type() {
    return (numeric() ? QuestionType.FILL_IN_BLANK : QuestionType.MCQ_SINGLE).wire();
  }

  /** As a draft question, without a key where {@code correctIndex} points at none. */
  DraftQuestion draft() {
    return new DraftQuestion(
        passage,
        text,
        options,
        numeric() ? List.of(answer) : keyed() ? List.of(options.get(correctIndex)) : List.of(),
        List.of(),
        explanation,
        List.of(),
        evidenceSpanIds,
        quotes,
        null,
        null,
        null);
  }

  private boolean keyed() {
    return correctIndex >= 0 && correctIndex < options.size();
  }
}
