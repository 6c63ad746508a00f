package io.quaestor.bench;

import io.quaestor.llm.Ticker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Notes the heap after a collection whenever another tenth is done. */
final class HeapWatch implements AutoCloseable {
  private static final int TENTHS = 10;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long MIB = 1024 * 1024;

  private final long total;
  private final LongSupplier done;
  private final LongSupplier usedBytes;
  private final List<BulkResult.Heap> heaps = new ArrayList<>();
  private Ticker clock;

  /**
   * @param usedBytes collects, then says what is left
   */
  HeapWatch(long total, LongSupplier done, LongSupplier usedBytes) {
    this.total = total;
    this.done = done;
    this.usedBytes = usedBytes;
  }

  void start() {
    clock = new Ticker("bench-heap", POLL, this::look);
  }

  synchronized void look() {
    long now = done.getAsLong();
    if (now * TENTHS / total >= heaps.size()) {
      heaps.add(new BulkResult.Heap(now, usedBytes.getAsLong() / MIB));
    }
  }

  synchronized List<BulkResult.Heap> heaps() {
    return List.copyOf(heaps);
  }

  static long collected() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.close();
    }
  }
}
