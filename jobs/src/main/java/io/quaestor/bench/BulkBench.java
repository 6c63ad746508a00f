package io.quaestor.bench;

import io.quaestor.Progress;
import io.quaestor.app.AppOptions;
import io.quaestor.lake.Lake;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Ledger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;

/** A large run through the ledger: its rate, its heap, and what the same run costs again. */
public final class BulkBench {
  private static final String WAREHOUSE = "bulk";

  private final AppOptions app;
  private final BenchOptions options;
  private final Progress progress;

  public BulkBench(AppOptions app, BenchOptions options, Progress progress) {
    this.app = app;
    this.options = options;
    this.progress = progress;
  }

  /**
   * With the last of the windows; repeats are of no account.
   *
   * @throws io.quaestor.JobException when an ask is not answered exactly once in both runs
   */
  public BulkResult execute() {
    int window = options.windows().get(options.windows().size() - 1);
    try (Bench bench = new Bench(app, options.limits());
        HeapWatch heaps =
            new HeapWatch(
                options.asks(), () -> bench.server().stats().answered(), () -> collected(bench))) {
      bench.server().set(new Delays(options.latencyMs(), options.sigma()), options.asks());
      heaps.start();
      Run first = run(bench, window);
      heaps.look();
      Run again = run(bench, window);
      ServerStats stats = bench.server().stats();
      Bench.require(
          stats.distinct() == options.asks() && stats.repeated() == 0 && again.made() == 0,
          "%d of %d asks were answered, %d again, and %d calls made in the second run",
          stats.distinct(),
          options.asks(),
          stats.repeated(),
          again.made());
      return result(window, first, again, heaps.heaps());
    }
  }

  private record Run(long wallNanos, long cpuNanos, long made) {}

  private Run run(Bench bench, int window) {
    Lake lake = bench.lake(WAREHOUSE);
    long cpu = Bench.cpuNanos();
    long start = System.nanoTime();
    Ledger ledger = bench.ledger(lake, bench.setup(WAREHOUSE, window));
    Dataset<Ask> asks = bench.asks("bulk", options.asks());
    long replies = ledger.answer(asks).count();
    ledger.write();
    Bench.require(replies == options.asks(), "%d of %d asks got a reply", replies, options.asks());
    return new Run(System.nanoTime() - start, Bench.cpuNanos() - cpu, ledger.totals().made());
  }

  private long collected(Bench bench) {
    progress.at("answered", bench.server().stats().answered(), options.asks());
    return HeapWatch.collected();
  }

  private BulkResult result(int window, Run first, Run again, List<BulkResult.Heap> heaps) {
    return new BulkResult(
        options.asks(),
        window,
        options.asks() * (double) TimeUnit.SECONDS.toNanos(1) / first.wallNanos(),
        TimeUnit.NANOSECONDS.toMillis(first.wallNanos()),
        TimeUnit.NANOSECONDS.toMicros(first.cpuNanos() / options.asks()),
        heaps,
        TimeUnit.NANOSECONDS.toMillis(again.wallNanos()),
        again.made());
  }
}
