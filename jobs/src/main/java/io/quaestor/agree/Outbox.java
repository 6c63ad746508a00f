package io.quaestor.agree;

import io.quaestor.agree.Slips.Key;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import scala.Tuple2;

/** Fills parcels, one at a time for each partition that counts. */
final class Outbox {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int LEAST_BYTES = 4 * 1024;
  private static final int BYTES_OF_ALL = 32 * 1024 * 1024;

  private final ByteBuffer[] open;
  private final int parcelBytes;
  private final Supplier<List<Asked>> asked;
  private final Deque<Tuple2<Integer, Parcel>> ready = new ArrayDeque<>();

  /**
   * @param asked what codes mean at the time a parcel is closed
   */
  Outbox(int partitions, Supplier<List<Asked>> asked) {
    this.open = new ByteBuffer[partitions];
    this.parcelBytes = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, BYTES_OF_ALL / partitions));
    this.asked = asked;
  }

  /** Room for one slip of a question, in the parcel of its partition. */
  ByteBuffer room(Key key, int bytes) {
    int partition = (int) Long.remainderUnsigned(key.first(), open.length);
    ByteBuffer buffer = open[partition];
    if (buffer != null && buffer.remaining() < bytes) {
      close(partition);
      buffer = null;
    }
    if (buffer == null) {
      buffer = ByteBuffer.allocate(Math.max(parcelBytes, bytes));
      open[partition] = buffer;
    }
    return buffer;
  }

  /** Closes all parcels, and adds one for the partition that has only what was asked. */
  void finish() {
    for (int partition = 0; partition < open.length; partition++) {
      if (open[partition] != null) {
        close(partition);
      }
    }
    ready.add(new Tuple2<>(open.length, new Parcel(asked.get(), new byte[0])));
  }

  /** Closed parcels with their partitions, taken out as they leave. */
  Deque<Tuple2<Integer, Parcel>> ready() {
    return ready;
  }

  private void close(int partition) {
    ByteBuffer buffer = open[partition];
    byte[] slips = Arrays.copyOf(buffer.array(), buffer.position());
    ready.add(new Tuple2<>(partition, new Parcel(asked.get(), slips)));
    open[partition] = null;
  }
}
