package io.quaestor.review;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Question;
import io.quaestor.tables.Review;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/**
 * Writes events and what they make of questions, in this order. A writer that is killed between the
 * two leaves an event whose question is behind; whoever acts on that question next, and {@link
 * #repair} for all of them, applies it. Applying twice does no harm: a question changes only while
 * it is what its event found.
 */
final class EventLog {
  /** Tries to get in between the events of others. */
  static final int ATTEMPTS = 5;

  private final Lake lake;

  EventLog(Lake lake) {
    this.lake = lake;
  }

  /** A question's events in any order. */
  List<Review> of(String questionId) {
    return lake.read(Tables.REVIEWS).filter(col("questionId").equalTo(questionId)).collectAsList();
  }

  /** Version of the table, to be asked for before what an event follows from is read. */
  long version() {
    return lake.version(Tables.REVIEWS);
  }

  /**
   * Appends an event unless another one follows its predecessor already.
   *
   * @param seen {@link #version} before the predecessor was read
   */
  Ending append(Review event, long seen) {
    Dataset<Review> one =
        lake.spark().createDataset(List.of(event), RecordEncoder.of(Review.class));
    lake.appendAfter(Tables.REVIEWS, one, seen);
    return of(event.questionId()).stream()
        .filter(written -> written.reviewId().equals(event.reviewId()))
        .map(written -> written.equals(event) ? Ending.WRITTEN : Ending.TAKEN)
        .findFirst()
        .orElse(Ending.MISSED);
  }

  /** For when every try was in vain. */
  static JobException busy() {
    return JobException.input(
        "reviews_busy", "Others write reviews all the time", "try again in a moment");
  }

  /** Whether an event is in the table as it is here. */
  boolean has(Review event) {
    return of(event.questionId()).contains(event);
  }

  /** How an append ended. */
  enum Ending {
    WRITTEN,
    /** Another event stands in its place. */
    TAKEN,
    /** Somebody wrote of another question meanwhile: try again. */
    MISSED
  }

  /** Makes the question what its event says. */
  void apply(Question question, Review event) {
    if (event.after() != null) {
      Dataset<Change> one =
          lake.spark()
              .createDataset(List.of(Change.of(question, event)), RecordEncoder.of(Change.class));
      apply(one, Change.ALL);
      return;
    }
    Column same =
        col("question_id")
            .equalTo(event.questionId())
            .and(col("review_status").equalTo(event.fromStatus()))
            .and(col("content_sha256").eqNullSafe(event.fromSha256()));
    lake.change(
        Tables.QUESTIONS,
        same,
        Map.of("review_status", lit(event.toStatus()), "updated_at", lit(event.at())));
  }

  private void apply(Dataset<Change> changes, List<String> columns) {
    lake.update(Tables.QUESTIONS, lake.tableRows(changes, Change.class), columns, Change.GUARD);
  }

  /**
   * Applies every newest event that its question does not show.
   *
   * @return how many questions were behind
   */
  long repair() {
    if (!lake.exists(Tables.REVIEWS)) {
      return 0;
    }
    Dataset<Tuple2<Question, Review>> behind = lake.settled(behind());
    long status = apply(behind, false, Change.STATUS);
    return status + apply(behind, true, Change.ALL);
  }

  private long apply(
      Dataset<Tuple2<Question, Review>> behind, boolean content, List<String> columns) {
    Dataset<Change> changes =
        behind.filter(new OfContent(content)).map(new ToChange(), RecordEncoder.of(Change.class));
    long count = changes.count();
    if (count > 0) {
      apply(changes, columns);
    }
    return count;
  }

  private Dataset<Tuple2<Question, Review>> behind() {
    Dataset<Review> newest = newest();
    Dataset<Question> questions = lake.read(Tables.QUESTIONS);
    return questions
        .joinWith(newest, questions.col("questionId").equalTo(newest.col("questionId")))
        .filter(new Behind());
  }

  /** Of each question the event that no other follows. */
  Dataset<Review> newest() {
    Dataset<Review> all = lake.read(Tables.REVIEWS);
    return all.join(
            all.select(col("previousId").as("followed")),
            col("reviewId").equalTo(col("followed")),
            "left_anti")
        .as(RecordEncoder.of(Review.class));
  }

  private record Behind() implements FilterFunction<Tuple2<Question, Review>> {
    @Override
    public boolean call(Tuple2<Question, Review> pair) {
      return Change.isUnapplied(pair._1(), pair._2());
    }
  }

  private record OfContent(boolean wanted) implements FilterFunction<Tuple2<Question, Review>> {
    @Override
    public boolean call(Tuple2<Question, Review> pair) {
      return wanted == (pair._2().after() != null);
    }
  }

  private record ToChange() implements MapFunction<Tuple2<Question, Review>, Change> {
    @Override
    public Change call(Tuple2<Question, Review> pair) {
      return Change.of(pair._1(), pair._2());
    }
  }
}
