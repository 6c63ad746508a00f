package io.quaestor.generate.graded;

import io.quaestor.udfs.rubric.Score;
import io.quaestor.udfs.rubric.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a judge said of one draft, and what it comes to.
 *
 * @param scores dimension to score as it was given, in range or not
 * @param total 0 to 10, null when undefined
 * @param verdict {@code keep | repair | reject}, null when undefined
 * @param problems why it is undefined, empty when it is not
 * @param askId null when no judge was asked
 */
public record Grade(
    Map<String, Double> scores,
    List<String> issues,
    Double total,
    String verdict,
    List<String> problems,
    String askId,
    Instant judgedAt) {

  static Grade of(Map<String, Double> scores, List<String> issues, Score score, Source source) {
    return new Grade(
        scores,
        issues,
        score.totalScore(),
        score.verdict() == null ? null : score.verdict().wire(),
        score.invalid(),
        source.askId(),
        source.judgedAt());
  }

  /** Which ask said it, and when. */
  record Source(String askId, Instant judgedAt) {}

  boolean says(Verdict wanted) {
    return wanted.wire().equals(verdict);
  }
}
