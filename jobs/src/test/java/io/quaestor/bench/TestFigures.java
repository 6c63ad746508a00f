package io.quaestor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TestFigures {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aWindowThatIsAlwaysFullIsInUseWholly() {
    Measured run = new Measured(1000, 20 * SECOND, SECOND / 2, 400_000, 800, 16 * SECOND);
    assertEquals(1.0, run.whole(200, 10), 1e-12);
    assertEquals(1.0, run.steady(200, 10), 1e-12);
    assertEquals(500, run.cpuMicros(), 1e-9);
    assertEquals(400, run.steadyCpuMicros(), 1e-9);
  }

  @Test
  void aRowHasMediansAndTheMedianOfPairedRatios() {
    List<Measured> bare = List.of(run(10, 100), run(20, 400), run(40, 300));
    List<Measured> ours = List.of(run(20, 300), run(20, 400), run(50, 600));
    BenchRow row = BenchRow.of(new Delays(200, 0), 10, "calls", ours, bare);
    assertEquals("fixed", row.latency());
    assertEquals(1.0, row.whole(), 1e-12);
    assertEquals(0.8, row.wholeOfBare(), 1e-12);
    assertEquals(400, row.cpuMicros(), 1e-9);
    assertEquals(2.0, row.cpuOfBare(), 1e-12);
    assertEquals(400, row.steadyCpuMicros(), 1e-9);
    assertEquals(2.0, row.steadyCpuOfBare(), 1e-12);
  }

  @Test
  void steadyCpuLeavesOutWhatStartsAndEndsARun() {
    long[][] seen = {{0, 0}, {50, 9000}, {100, 9100}, {500, 9500}, {900, 9900}, {1000, 20_000}};
    CpuWatch.Sample[] samples = new CpuWatch.Sample[seen.length];
    for (int i = 0; i < seen.length; i++) {
      samples[i] = new CpuWatch.Sample(seen[i][0], seen[i][1]);
    }
    assertEquals(1.0, CpuWatch.steadyNanos(List.of(samples), 1000), 1e-12);
    assertTrue(Double.isNaN(CpuWatch.steadyNanos(List.of(samples[0], samples[3]), 1000)));
  }

  @Test
  void theMedianOfTwoIsBetweenThem() {
    assertEquals(1.5, BenchRow.median(2, 1), 0);
  }

  @Test
  void delaysAreTheSameInEveryRunAndHaveTheirMedianAndMean() {
    Delays delays = new Delays(200, 1);
    long[] sorted = LongStream.rangeClosed(1, 100_000).map(delays::nanos).sorted().toArray();
    assertEquals(delays.nanos(17), new Delays(200, 1).nanos(17));
    assertEquals(200e6, sorted[50_000], 3e6);
    assertEquals(delays.meanMs() * 1e6, LongStream.of(sorted).average().orElseThrow(), 6e6);
    assertEquals(200_000_000L, new Delays(200, 0).nanos(3));
  }

  @Test
  void theSteadyPartLeavesOutTheFirstAndTheLastTenth() {
    Tape tape = new Tape(100);
    for (long at = 1; at <= 100; at++) {
      assertEquals(at, tape.receive(at * at));
    }
    ServerStats stats = tape.stats();
    assertEquals(80, stats.steadyRequests());
    assertEquals(90 * 90 - 10 * 10, stats.steadyNanos());
  }

  @Test
  void theHeapIsLookedAtOnceATenth() {
    AtomicLong done = new AtomicLong();
    try (HeapWatch watch = new HeapWatch(1000, done::get, () -> 7 << 20)) {
      for (int at = 0; at <= 1000; at += 50) {
        done.set(at);
        watch.look();
      }
      assertEquals(11, watch.heaps().size());
      assertEquals(new BulkResult.Heap(100, 7), watch.heaps().get(1));
    }
  }

  private static Measured run(long seconds, long cpuMicrosPerCall) {
    return new Measured(
        1000,
        seconds * SECOND,
        cpuMicrosPerCall * 1_000_000,
        cpuMicrosPerCall * 1_000,
        800,
        SECOND);
  }
}
