package io.quaestor.review;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.udfs.text.Normalise;
import org.apache.spark.sql.Column;

/**
 * Which questions to list; null takes all of them.
 *
 * @param state {@code flagged}, {@code disagreed}, a quality status or a review status
 * @param search words that stand like this in the stem, whatever their case and accents' form
 */
public record Filter(
    String state, String unit, String pipeline, String type, String difficulty, String search) {
  public static final Filter ALL = new Filter(null, null, null, null, null, null);

  /** Over the columns of {@link Queue#index}. */
  Column condition() {
    Column condition = lit(true);
    condition = condition.and(equal("unit_id", unit));
    condition = condition.and(equal("pipeline", pipeline));
    condition = condition.and(equal("type", type));
    condition = condition.and(equal("difficulty", difficulty));
    if (search != null) {
      condition = condition.and(col("words").contains(Normalise.text(search)));
    }
    return condition.and(inState());
  }

  private Column inState() {
    if (state == null) {
      return lit(true);
    }
    return switch (state) {
      case "disagreed" -> col("disagreed");
      case "pending", "active", "flagged" -> col("quality_status").equalTo(state);
      default -> col("review_status").equalTo(state);
    };
  }

  private static Column equal(String column, String value) {
    return value == null ? lit(true) : col(column).equalTo(value);
  }
}
