package io.quaestor.review;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Reference;
import io.quaestor.lake.Tables;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Review;
import java.time.Instant;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Marks as {@code stale}, each by an event, drafts and approved questions whose document or parent
 * is no longer what they were made from. What a person turned down stays so, and what a person took
 * the mark from is not marked again for the same cause.
 */
public final class Staleness {
  private static final String BY = "quaestor";

  private final Lake lake;
  private final EventLog log;

  public Staleness(Lake lake) {
    this.lake = lake;
    this.log = new EventLog(lake);
  }

  /**
   * A question to be marked.
   *
   * @param previousId its newest event, null for none
   */
  public record Stale(
      String questionId,
      String batchId,
      String previousId,
      String reviewStatus,
      String contentSha256,
      String cause) {}

  /**
   * Marks what was made from documents that newer versions took over from.
   *
   * @return how many were marked
   */
  public long ofDocuments(Instant now) {
    Dataset<Row> old = lake.rows(Tables.DOCUMENTS).filter("NOT current").select("document_id");
    if (old.isEmpty() || !lake.exists(Tables.QUESTIONS)) {
      return 0;
    }
    Dataset<Row> made =
        open()
            .join(old, "document_id")
            .withColumn("cause", concat(lit("document "), col("document_id")));
    return mark(made, now);
  }

  /**
   * Marks variants of a question that were made of other content than it has now. Unknown content,
   * which is null, tells of no change.
   *
   * @return how many were marked
   */
  public long ofParent(String parentId, Instant now) {
    Dataset<Row> variants = open().filter(col("parent_question_id").equalTo(parentId));
    if (variants.isEmpty()) {
      return 0;
    }
    Column arguments = col("arguments");
    Dataset<Row> runs =
        lake.rows(Tables.GENERATION_RUNS)
            .filter(arguments.getItem(GenerationRun.PARENT_ID).equalTo(parentId))
            .select(
                col("run_id"), arguments.getItem(GenerationRun.PARENT_CONTENT).as("content_then"));
    Dataset<Row> parent =
        lake.rows(Tables.QUESTIONS)
            .filter(col("question_id").equalTo(parentId))
            .select(col("content_sha256").as("content_now"));
    Dataset<Row> made =
        variants
            .join(runs, "run_id")
            .crossJoin(parent)
            .filter(col("content_then").notEqual(col("content_now")))
            .withColumn("cause", concat(lit("parent "), col("content_now")));
    return mark(made, now);
  }

  private Dataset<Row> open() {
    return lake.rows(Tables.QUESTIONS).filter(Reference.SERVABLE);
  }

  private long mark(Dataset<Row> made, Instant now) {
    for (int attempt = 0; attempt < EventLog.ATTEMPTS; attempt++) {
      long seen = log.version();
      Dataset<Review> events = lake.settled(events(made, now));
      long count = events.count();
      if (count == 0) {
        return 0;
      }
      if (lake.appendAfter(Tables.REVIEWS, events, seen) && log.has(events.first())) {
        log.repair();
        return count;
      }
    }
    throw EventLog.busy();
  }

  private Dataset<Review> events(Dataset<Row> made, Instant now) {
    Dataset<Row> marked =
        lake.rows(Tables.REVIEWS).filter("cause IS NOT NULL").select("question_id", "cause");
    Dataset<Row> newest =
        log.newest().select(col("questionId").as("question_id"), col("reviewId").as("previousId"));
    return made.join(marked, new String[] {"question_id", "cause"}, "left_anti")
        .join(newest, new String[] {"question_id"}, "left_outer")
        .select(
            col("question_id").as("questionId"),
            col("batch_id").as("batchId"),
            col("previousId"),
            col("review_status").as("reviewStatus"),
            col("content_sha256").as("contentSha256"),
            col("cause"))
        .as(RecordEncoder.of(Stale.class))
        .map(new ToEvent(now), RecordEncoder.of(Review.class));
  }

  private record ToEvent(Instant now) implements MapFunction<Stale, Review> {
    @Override
    public Review call(Stale stale) {
      Event.Place place =
          new Event.Place(
              stale.questionId(),
              stale.batchId(),
              stale.previousId(),
              stale.reviewStatus(),
              stale.contentSha256());
      Event.By by = new Event.By(BY, now, null);
      return new Event(place, Action.STALE, by, Event.Effect.stale(stale.cause())).row();
    }
  }
}
