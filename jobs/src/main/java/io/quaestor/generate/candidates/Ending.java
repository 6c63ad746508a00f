package io.quaestor.generate.candidates;

import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Merit;

/**
 * How a contest ended.
 *
 * @param stage where the set fell, null when it did not
 * @param reason why it fell, null when it did not
 * @param merit of questions that pass; null when the set fell
 * @param details as JSON
 */
record Ending(String stage, String reason, Merit merit, String details) {
  private static final String MISSING = "review_missing";
  private static final String REVIEW = "review";

  static Ending tooLow(String details) {
    return new Ending("selection", Details.TOO_LOW, null, details);
  }

  static Ending below(String details) {
    return new Ending(REVIEW, Details.BELOW, null, details);
  }

  static Ending unreviewed(String details) {
    return new Ending(REVIEW, MISSING, null, details);
  }

  static Ending passed(Merit merit, String details) {
    return new Ending(null, null, merit, details);
  }

  boolean fell() {
    return reason != null;
  }

  boolean selected() {
    return !Details.TOO_LOW.equals(reason);
  }

  /** Whether the word that decides is missing. */
  boolean gaps() {
    return MISSING.equals(reason);
  }

  String status() {
    return fell() && !gaps() ? BatchResult.NEEDS_ATTENTION : BatchResult.COMPLETE;
  }
}
