package io.quaestor.generate.variants;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Variants of a parent that is no longer what it was when they were made. */
public final class Staleness {
  private final Lake lake;

  public Staleness(Lake lake) {
    this.lake = lake;
  }

  /**
   * Whether a variant is stale, from its parent's content hash when it was made and now. Unknown
   * content, which is null, tells of no change.
   */
  public static boolean isStale(String then, String now) {
    return then != null && now != null && !then.equals(now);
  }

  /**
   * Sets the variants of a parent that are drafts or approved to {@code stale} where their run's
   * lineage has another content of the parent; a variant that a person rejected or archived stays
   * so.
   *
   * @return how many were set
   */
  public long mark(String parentId, Instant now) {
    List<String> contents =
        lake.rows(Tables.QUESTIONS)
            .filter(col("question_id").equalTo(parentId))
            .select("content_sha256")
            .as(Encoders.STRING())
            .takeAsList(1);
    return contents.isEmpty() ? 0 : mark(parentId, contents.get(0), now);
  }

  private long mark(String parentId, String content, Instant now) {
    Object[] changedRuns =
        lake
            .rows(Tables.GENERATION_RUNS)
            .select(
                col("run_id"),
                col("arguments").getItem(VariantsPipeline.PARENT_ID).as("parent"),
                col("arguments").getItem(VariantsPipeline.PARENT_CONTENT).as("content"))
            .filter(col("parent").equalTo(parentId))
            .collectAsList()
            .stream()
            .filter(run -> isStale(run.getString(2), content))
            .map(run -> run.getString(0))
            .toArray();
    Dataset<Row> stale =
        lake.settled(
            lake.rows(Tables.QUESTIONS)
                .filter(col("parent_question_id").equalTo(parentId))
                .filter(col("run_id").isin(changedRuns))
                .filter(col("review_status").isin("draft", "approved"))
                .select(
                    col("question_id"),
                    lit("stale").as("review_status"),
                    lit(now).as("updated_at")));
    long count = stale.count();
    if (count > 0) {
      lake.update(
          Tables.QUESTIONS,
          stale,
          List.of("review_status", "updated_at"),
          "old.review_status IN ('draft', 'approved')");
    }
    return count;
  }
}
