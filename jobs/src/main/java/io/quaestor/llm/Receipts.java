package io.quaestor.llm;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sums over receipts; computing them is what makes the calls. */
final class Receipts {
  private static final Column SENT = col("status").notEqual(Receipt.NOT_SENT);

  private Receipts() {}

  static Row collect(Dataset<Receipt> receipts) {
    return receipts
        .agg(
            total("attempts").as("made"),
            count(when(SENT.and(col("status").notEqual(Reply.OK)), true)).as("failed"),
            count(when(SENT, null).otherwise(true)).as("notSent"),
            first("message", true).as("refusal"),
            total("maybeBilled").as("maybeBilled"),
            total("inputTokens").as("inputTokens"),
            total("outputTokens").as("outputTokens"),
            total("cachedInputTokens").as("cachedInputTokens"),
            sum("costUsd").as("costUsd"))
        .head();
  }

  static Totals totals(Row sums) {
    BigDecimal cost = sums.getAs("costUsd");
    return new Totals(
        sums.<Long>getAs("made"),
        0,
        sums.<Long>getAs("failed"),
        sums.<Long>getAs("maybeBilled"),
        sums.<Long>getAs("inputTokens"),
        sums.<Long>getAs("outputTokens"),
        sums.<Long>getAs("cachedInputTokens"),
        cost == null ? BigDecimal.ZERO : cost);
  }

  static long notSent(Row sums) {
    return sums.<Long>getAs("notSent");
  }

  static String refusal(Row sums) {
    return sums.getAs("refusal");
  }

  private static Column total(String column) {
    return coalesce(sum(column), lit(0L)).cast("long");
  }
}
