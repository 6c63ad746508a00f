package io.quaestor.audit.calibrate;

import java.util.List;
import java.util.function.Predicate;

/**
 * Votes of one auditor by one criterion.
 *
 * @param failed of those scored
 */
record Tally(long scored, long failed, long unscored) {

  /**
   * Of some of the patterns.
   *
   * @param patterns of one criterion
   * @param which of them, by the kind of defect
   */
  static Tally of(List<VotePattern> patterns, String auditor, Predicate<String> which) {
    long scored = 0;
    long failed = 0;
    long unscored = 0;
    for (VotePattern pattern : patterns) {
      for (VotePattern.Ballot ballot : pattern.ballots()) {
        if (ballot.auditor().equals(auditor) && which.test(pattern.defect())) {
          scored += ballot.holds() == null ? 0 : pattern.items();
          failed += Boolean.FALSE.equals(ballot.holds()) ? pattern.items() : 0;
          unscored += ballot.holds() == null ? pattern.items() : 0;
        }
      }
    }
    return new Tally(scored, failed, unscored);
  }

  long items() {
    return scored + unscored;
  }
}
