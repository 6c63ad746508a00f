package io.quaestor.llm;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a job has asked so far.
 *
 * @param made calls sent, repeated attempts included
 * @param reused asks that the ledger had answered before
 * @param failed asks that ended without a usable answer
 * @param maybeBilled calls that may have been billed but whose answer was lost
 * @param costUsd at list prices
 */
public record Totals(
    long made,
    long reused,
    long failed,
    long maybeBilled,
    long inputTokens,
    long outputTokens,
    long cachedInputTokens,
    BigDecimal costUsd) {

  /** Nothing was sent. */
  public static Totals reused(long asks) {
    return new Totals(0, asks, 0, 0, 0, 0, 0, BigDecimal.ZERO);
  }

  /**
   * Sums of ledger rows.
   *
   * @param calls of one job run
   */
  static Totals of(Dataset<Reply> calls, long reused) {
    Row sums =
        calls
            .agg(
                total("attempts"),
                count(when(col("status").notEqual(Reply.OK), true)),
                total("maybeBilled"),
                total("inputTokens"),
                total("outputTokens"),
                total("cachedInputTokens"),
                sum("costUsd"))
            .head();
    return new Totals(
        sums.getLong(0),
        reused,
        sums.getLong(1),
        sums.getLong(2),
        sums.getLong(3),
        sums.getLong(4),
        sums.getLong(5),
        sums.isNullAt(6) ? BigDecimal.ZERO : sums.getDecimal(6));
  }

  private static Column total(String column) {
    return coalesce(sum(column), lit(0L)).cast("long");
  }
}
