package io.quaestor.agree;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.quaestor.agree.Slips.Key;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** Turns questions into slips. */
record PackQuestions(int partitions)
    implements PairFlatMapFunction<Iterator<InternalRow>, Integer, Parcel> {

  /** The columns that {@link #call} reads. */
  static Dataset<Row> columns(Dataset<Row> questions) {
    return questions.select(
        col("questionId"),
        coalesce(col("contentSha256"), lit("")),
        Places.place(),
        Places.document());
  }

  @Override
  public Iterator<Tuple2<Integer, Parcel>> call(Iterator<InternalRow> rows) {
    Outbox outbox = new Outbox(partitions, List::of);
    return new Packing(rows, row -> pack(row, outbox), outbox);
  }

  private static void pack(InternalRow row, Outbox outbox) {
    Key key = Key.of(row.getUTF8String(0), row.getUTF8String(1));
    byte[] id = row.getUTF8String(0).getBytes();
    Slips.question(
        outbox.room(key, Slips.bytesOfQuestion(id)), key, row.getLong(2), row.getLong(3), id);
  }
}
