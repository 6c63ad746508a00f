package io.quaestor.review;

import io.quaestor.tables.Question;
import io.quaestor.tables.Review;
import io.quaestor.udfs.text.Hashes;

/** A question and what was done to it, as they stand. */
public record Reviewed(Question question, History history) {

  /** Changes with the content, the review status and every event; nothing else changes it. */
  public String version() {
    return Hashes.id("v", question.contentSha256(), question.reviewStatus(), history.lastId());
  }

  /** Whether the newest event is in the table but not in the question: its writer was killed. */
  boolean isBehind() {
    Review last = history.last();
    return last != null && Change.isUnapplied(question, last);
  }
}
