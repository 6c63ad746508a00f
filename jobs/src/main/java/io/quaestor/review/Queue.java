package io.quaestor.review;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Questions to look through, in the order of their ids, a page at a time. */
public final class Queue {
  private final Lake lake;

  public Queue(Lake lake) {
    this.lake = lake;
  }

  /**
   * All questions with what they are filtered by: the columns of {@link Listed}, snake_case. Worth
   * keeping where many pages are read of it.
   */
  public Dataset<Row> index() {
    return index(disagreed());
  }

  /**
   * The same with disagreements kept before.
   *
   * @param disagreed from {@link #disagreed}
   */
  public Dataset<Row> index(Dataset<Row> disagreed) {
    return lake.rows(Tables.QUESTIONS)
        .join(disagreed, new String[] {"question_id", "content_sha256"}, "left_outer")
        .select(
            col("question_id"),
            col("unit_id"),
            col("topic"),
            col("pipeline"),
            col("type"),
            col("difficulty"),
            col("language"),
            col("stem"),
            expr("normalise_text(stem)").as("words"),
            col("quality_status"),
            col("review_status"),
            col("parent_question_id"),
            coalesce(col("disagreed"), lit(false)).as("disagreed"));
  }

  /**
   * The next questions.
   *
   * @param index from {@link #index}
   * @param after id of the last question of the page before, null for the first page
   */
  public static Dataset<Row> page(Dataset<Row> index, Filter filter, String after, int size) {
    Column from = after == null ? lit(true) : col("question_id").gt(after);
    return index.filter(filter.condition().and(from)).orderBy("question_id").limit(size);
  }

  /** Contents that one auditor passes and another fails, by the newest scored verdict of each. */
  public Dataset<Row> disagreed() {
    return lake.rows(Tables.AUDITS)
        .filter(col("outcome").isin("pass", "fail"))
        .groupBy("question_id", "content_sha256", "auditor")
        .agg(expr("max_by(outcome, struct(audited_at, audit_id)) AS outcome"))
        .groupBy("question_id", "content_sha256")
        .agg(expr("count(DISTINCT outcome) > 1 AS disagreed"))
        .filter("disagreed");
  }

  /** Names of the states that {@link Filter#state} knows. */
  public static List<String> states() {
    return List.of(
        "draft",
        "approved",
        "rejected",
        "archived",
        "stale",
        "pending",
        "active",
        "flagged",
        "disagreed");
  }
}
