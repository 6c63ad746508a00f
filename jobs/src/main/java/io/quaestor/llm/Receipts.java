package io.quaestor.llm;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What became of a stage of calls.
 *
 * @param all receipts
 * @param notSent those of asks that were not sent
 * @param stop why not, null when all were sent
 */
record Receipts(long all, long notSent, Stop stop) {

  /** Makes the calls. */
  static Receipts collect(Dataset<Receipt> receipts) {
    Column notSent = col("status").equalTo(Receipt.NOT_SENT);
    Row sums =
        receipts
            .agg(
                count(lit(1)).as("all"),
                count(when(notSent, true)).as("notSent"),
                first(when(notSent, col("errorCode")), true).as("code"),
                first(when(notSent, col("message")), true).as("message"))
            .head();
    long left = sums.getAs("notSent");
    Stop stop = left == 0 ? null : new Stop(sums.getAs("code"), sums.getAs("message"));
    return new Receipts(sums.getAs("all"), left, stop);
  }
}
