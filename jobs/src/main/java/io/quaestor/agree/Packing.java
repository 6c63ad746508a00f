package io.quaestor.agree;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/** Rows of one task, turned into parcels as they are wanted. */
final class Packing implements Iterator<Tuple2<Integer, Parcel>> {
  private final Iterator<InternalRow> rows;
  private final Consumer<InternalRow> pack;
  private final Outbox outbox;
  private boolean isFinished;

  /**
   * @param pack puts a row into the outbox; the row is gone after it
   */
  Packing(Iterator<InternalRow> rows, Consumer<InternalRow> pack, Outbox outbox) {
    this.rows = rows;
    this.pack = pack;
    this.outbox = outbox;
  }

  @Override
  public boolean hasNext() {
    while (outbox.ready().isEmpty() && !isFinished) {
      if (rows.hasNext()) {
        pack.accept(rows.next());
      } else {
        outbox.finish();
        isFinished = true;
      }
    }
    return !outbox.ready().isEmpty();
  }

  @Override
  public Tuple2<Integer, Parcel> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return outbox.ready().remove();
  }
}
