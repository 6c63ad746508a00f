package io.quaestor.console;

import io.quaestor.review.Action;
import io.quaestor.review.Reviewed;
import io.quaestor.tables.Question;
import io.quaestor.tables.Review;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A question with its passage, verdicts and history.
 *
 * @param parentId null for none
 * @param passage empty when the corpus has none
 * @param missing quotes that do not stand in the passage
 * @param next address of the next question of the queue it was opened from, null for none
 * @param queue address of that queue
 */
record QuestionView(
    Card card,
    String parentId,
    String source,
    List<Highlight.Piece> passage,
    List<String> missing,
    Verdicts verdicts,
    List<Line> history,
    String next,
    String queue) {

  /** An event in words. */
  record Line(String when, String who, String did, String change, String notes, boolean undone) {}

  static QuestionView of(Reads.Whole whole, String next, String queue, String back) {
    Question question = whole.question();
    List<String> quotes =
        question.sourceEvidence() == null ? List.of() : question.sourceEvidence().quotes();
    String text = whole.chunk() == null ? "" : whole.chunk().text();
    return new QuestionView(
        Card.of(new Reviewed(question, whole.history()), back),
        question.parentQuestionId(),
        whole.chunk() == null ? null : String.join(" › ", whole.chunk().headingPath()),
        Highlight.of(text, quotes),
        quotes.stream().filter(q -> text.isEmpty() || !found(text, q)).toList(),
        Verdicts.of(whole.audits()),
        lines(whole.history().events()),
        next,
        queue);
  }

  boolean hasPassage() {
    return !passage.isEmpty();
  }

  boolean hasHistory() {
    return !history.isEmpty();
  }

  private static boolean found(String text, String quote) {
    return io.quaestor.udfs.text.Quotes.in(text).find(quote).isPresent();
  }

  private static List<Line> lines(List<Review> events) {
    List<String> undone = events.stream().map(Review::undoes).toList();
    List<Line> lines = new ArrayList<>();
    for (Review event : events) {
      lines.add(
          new Line(
              event.at().truncatedTo(ChronoUnit.SECONDS).toString(),
              event.reviewer(),
              Action.of(event.action()).did(),
              "%s → %s".formatted(event.fromStatus(), event.toStatus()),
              event.notes(),
              undone.contains(event.reviewId())));
    }
    Collections.reverse(lines);
    return lines;
  }
}
