package io.quaestor.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Notes the heap after a collection whenever another tenth is done. */
final class HeapWatch implements AutoCloseable {
  private static final int TENTHS = 10;
  private static final long POLL_MS = 200;
  private static final long MIB = 1024 * 1024;

  private final long total;
  private final LongSupplier done;
  private final LongSupplier usedBytes;
  private final List<BulkResult.Heap> heaps = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(HeapWatch::daemon);

  /**
   * @param usedBytes collects, then says what is left
   */
  HeapWatch(long total, LongSupplier done, LongSupplier usedBytes) {
    this.total = total;
    this.done = done;
    this.usedBytes = usedBytes;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "bench-heap");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    var unused = clock.scheduleWithFixedDelay(this::look, 0, POLL_MS, TimeUnit.MILLISECONDS);
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
    clock.shutdownNow();
  }
}
