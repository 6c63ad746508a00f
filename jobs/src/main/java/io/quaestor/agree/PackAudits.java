package io.quaestor.agree;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.quaestor.agree.Slips.Key;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** Turns audits into slips. */
record PackAudits(int partitions)
    implements PairFlatMapFunction<Iterator<InternalRow>, Integer, Parcel> {

  /** The columns that {@link #call} reads, of the audits by these auditors. */
  static Dataset<Row> columns(Dataset<Row> audits, List<String> auditors) {
    return audits
        .where(col("auditor").isInCollection(auditors))
        .select(
            col("questionId"),
            coalesce(col("contentSha256"), lit("")),
            coalesce(unix_micros(col("auditedAt")), lit(Long.MIN_VALUE)),
            col("auditor"),
            col("model"),
            col("outcome").equalTo("unscored"),
            col("gateCriteria"),
            col("softCriteria"));
  }

  @Override
  public Iterator<Tuple2<Integer, Parcel>> call(Iterator<InternalRow> rows) {
    AskedSoFar asked = new AskedSoFar();
    Outbox outbox = new Outbox(partitions, asked::list);
    return new Packing(rows, row -> pack(row, asked, outbox), outbox);
  }

  private static void pack(InternalRow row, AskedSoFar asked, Outbox outbox) {
    Key key = Key.of(row.getUTF8String(0), row.getUTF8String(1));
    int auditor = asked.auditor(row.getUTF8String(3), row.getUTF8String(4));
    boolean isScored = !row.getBoolean(5);
    long code =
        (isScored ? Recoding.SCORED : 0)
            | (row.isNullAt(6) ? 0 : asked.code(auditor, row.getMap(6), true, isScored))
            | (row.isNullAt(7) ? 0 : asked.code(auditor, row.getMap(7), false, isScored));
    Slips.verdict(outbox.room(key, Slips.VERDICT), key, auditor, row.getLong(2), code);
  }
}
