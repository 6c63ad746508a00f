package io.quaestor.generate.candidates;

import io.quaestor.generate.batch.Drafts;
import io.quaestor.udfs.candidate.CandidateScore;
import io.quaestor.udfs.candidate.Candidates;
import io.quaestor.udfs.candidate.SelfReview;

/**
 * A candidate with its score.
 *
 * @param index 0-based among its siblings
 * @param answer what its writer sent, or how the call failed
 * @param review null when none was asked for
 * @param problem null, or why there is nothing to score: {@code call_<status>} or {@code no_items}
 * @param score null when there is nothing to score
 */
public record Entrant(
    int index, Answer answer, Answer review, String problem, CandidateScore score) {

  /**
   * Scores what came. A review that failed, or has a score out of range, is left out.
   *
   * @param review null for none
   */
  static Entrant of(int index, Answer answer, Answer review) {
    CourseSet set = CourseSet.of(answer);
    String problem = problem(answer, set);
    CandidateScore score =
        problem == null ? Candidates.score(set.scored(), set.valid(), said(review)) : null;
    return new Entrant(index, answer, review, problem, score);
  }

  boolean came() {
    return problem == null;
  }

  CourseSet set() {
    return CourseSet.of(answer);
  }

  /** 0 to 1; 0 when there is nothing to score. */
  double total() {
    return score == null ? 0 : score.total();
  }

  private static String problem(Answer answer, CourseSet set) {
    if (!answer.ok()) {
      return "call_" + answer.status();
    }
    return set.items().isEmpty() ? "no_items" : null;
  }

  private static SelfReview said(Answer review) {
    return review == null || !review.ok() ? null : Drafts.read(review.json(), SelfReview.class);
  }
}
