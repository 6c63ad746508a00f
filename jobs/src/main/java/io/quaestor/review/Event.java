package io.quaestor.review;

import io.quaestor.tables.Question;
import io.quaestor.tables.QuestionContent;
import io.quaestor.tables.Review;
import io.quaestor.udfs.structure.Draft;
import io.quaestor.udfs.text.Hashes;
import java.time.Instant;

/** What an event consists of. */
record Event(Place place, Action action, By by, Effect effect) {

  /**
   * The question as the event finds it.
   *
   * @param previousId its newest event, null for none
   */
  record Place(
      String questionId, String batchId, String previousId, String status, String contentSha256) {
    static Place of(Reviewed now) {
      Question question = now.question();
      return new Place(
          question.questionId(),
          question.batchId(),
          now.history().lastId(),
          question.reviewStatus(),
          question.contentSha256());
    }
  }

  /** Who, when, and why in their words; notes are null for none. */
  record By(String reviewer, Instant at, String notes) {}

  /** What it makes of the question; all but the status may be null. */
  record Effect(
      String status,
      QuestionContent before,
      QuestionContent after,
      String contentSha256,
      String cause,
      String undoes,
      String replacedBy) {

    static Effect status(String status) {
      return new Effect(status, null, null, null, null, null, null);
    }

    /** Stale because of something. */
    static Effect stale(String cause) {
      return new Effect(Action.STALE.status(), null, null, null, cause, null, null);
    }

    static Effect replaced(String newId) {
      return new Effect(Action.REGENERATE.status(), null, null, null, null, null, newId);
    }

    /** The question's status before an event; its content too where that changed it. */
    static Effect undone(Question question, Review event) {
      Effect status = status(event.fromStatus());
      Effect whole = event.before() == null ? status : status.content(question, event.before());
      return new Effect(
          whole.status,
          whole.before,
          whole.after,
          event.fromSha256(),
          null,
          event.reviewId(),
          null);
    }

    /** The same, with the question's content changed. */
    Effect content(Question question, QuestionContent now) {
      Draft draft = new Draft(question.type(), now.stem(), now.options(), now.answer());
      return new Effect(
          status,
          QuestionContent.of(question),
          now,
          draft.contentSha256(),
          cause,
          undoes,
          replacedBy);
    }
  }

  Review row() {
    return new Review(
        Hashes.id("rev", place.questionId(), place.previousId()),
        place.questionId(),
        place.batchId(),
        place.previousId(),
        action.wire(),
        by.reviewer(),
        by.at(),
        place.status(),
        effect.status(),
        place.contentSha256(),
        effect.after() == null ? place.contentSha256() : effect.contentSha256(),
        by.notes(),
        effect.cause(),
        effect.before(),
        effect.after(),
        effect.undoes(),
        effect.replacedBy());
  }
}
