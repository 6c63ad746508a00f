package io.quaestor.bench;

import static org.apache.spark.sql.functions.col;

import io.quaestor.Progress;
import io.quaestor.app.AppOptions;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lease.Coordinator;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskCalls;
import io.quaestor.llm.CallSetup;
import io.quaestor.llm.Ledger;
import io.quaestor.llm.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.spark.sql.Dataset;

/**
 * Our calls beside a bare asynchronous OkHttp loop, against the same server in the same run.
 *
 * <p>A round is {@code bare, calls, ledger}, one after the other, each with new connections and new
 * asks; rounds with little latency come first, to warm up, and are dropped. Ratios are of runs of
 * the same round.
 */
public final class CallsBench {
  private static final String BARE = "bare";
  private static final String CALLS = "calls";
  private static final String LEDGER = "ledger";

  /** Until the compiler is done with the calls: some 100,000 of each. */
  private static final int WARM_UP_ROUNDS = 10;

  private static final int LEDGER_ROUNDS = 3;
  private static final Load WARM_UP = new Load(new Delays(20, 0), 128, 10_000);

  private final AppOptions app;
  private final BenchOptions options;
  private final Progress progress;
  private int series;

  public CallsBench(AppOptions app, BenchOptions options, Progress progress) {
    this.app = app;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Takes {@code asks x latency / window} for each of the windows, paths and repeats.
   *
   * @throws io.quaestor.JobException when an ask is not answered exactly once
   */
  public List<BenchRow> execute() {
    try (Bench bench = new Bench(app, options.limits())) {
      warmUp(bench);
      List<BenchRow> rows = new ArrayList<>();
      for (int window : options.windows()) {
        rows.addAll(rows(bench, new Delays(options.latencyMs(), 0), window));
      }
      if (options.sigma() > 0) {
        for (int window : options.windows()) {
          rows.addAll(rows(bench, new Delays(options.latencyMs(), options.sigma()), window));
        }
      }
      return rows;
    }
  }

  private record Load(Delays delays, int window, long asks) {}

  private void warmUp(Bench bench) {
    for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
      progress.at("warm-up", round, WARM_UP_ROUNDS);
      bare(bench, WARM_UP);
      calls(bench, WARM_UP);
      if (round > WARM_UP_ROUNDS - LEDGER_ROUNDS) {
        ledger(bench, WARM_UP);
      }
    }
  }

  private List<BenchRow> rows(Bench bench, Delays delays, int window) {
    Map<String, List<Measured>> runs = new LinkedHashMap<>();
    for (int repeat = 1; repeat <= options.repeats(); repeat++) {
      progress.at(
          "window %d, sigma %s: round".formatted(window, delays.sigma()),
          repeat,
          options.repeats());
      round(bench, new Load(delays, window, options.asks()))
          .forEach((path, run) -> runs.computeIfAbsent(path, p -> new ArrayList<>()).add(run));
    }
    List<Measured> bare = runs.get(BARE);
    return runs.entrySet().stream()
        .map(path -> BenchRow.of(delays, window, path.getKey(), path.getValue(), bare))
        .toList();
  }

  private Map<String, Measured> round(Bench bench, Load load) {
    Map<String, Measured> round = new LinkedHashMap<>();
    round.put(BARE, bare(bench, load));
    round.put(CALLS, calls(bench, load));
    round.put(LEDGER, ledger(bench, load));
    return round;
  }

  private Measured bare(Bench bench, Load load) {
    List<byte[]> bodies = bench.bodies(nextSeries(), load.asks());
    String url = bench.server().url() + "/v1/chat/completions";
    BareLoop loop = new BareLoop(load.asks());
    return measured(
        bench, load, loop::answered, () -> loop.run(url, bodies.iterator(), load.window()));
  }

  /** The asks are there already; what is measured is asking them, with the journal. */
  private Measured calls(Bench bench, Load load) {
    CallSetup setup = bench.setup("calls", load.window());
    Lake lake = bench.lake("calls");
    Dataset<Ask> asks = lake.settled(bench.asks(nextSeries(), load.asks()).repartition(2));
    return measured(
        bench,
        load,
        CallsBench::answered,
        () -> {
          Coordinator.here().begin(new Coordinator.Work(setup.runId(), "bench", load.asks(), null));
          Dataset<Receipt> receipts =
              asks.mapPartitions(new AskCalls(setup), RecordEncoder.of(Receipt.class));
          long ok = receipts.filter(col("status").equalTo("ok")).count();
          Bench.require(ok == load.asks(), "%d of %d asks ended ok", ok, load.asks());
        });
  }

  /** From asks that are yet to be made to replies in the table. */
  private Measured ledger(Bench bench, Load load) {
    Lake lake = bench.lake(LEDGER);
    Ledger ledger = bench.ledger(lake, bench.setup(LEDGER, load.window()));
    Dataset<Ask> asks = bench.asks(nextSeries(), load.asks());
    return measured(
        bench,
        load,
        CallsBench::answered,
        () -> {
          long replies = ledger.answer(asks).count();
          ledger.write();
          Bench.require(replies == load.asks(), "%d of %d asks got a reply", replies, load.asks());
        });
  }

  private static long answered() {
    return Coordinator.here().state().done();
  }

  private Measured measured(Bench bench, Load load, LongSupplier answered, Runnable run) {
    bench.server().set(load.delays(), load.asks());
    System.gc();
    CpuWatch watch = new CpuWatch(answered);
    long cpu = Bench.cpuNanos();
    long start = System.nanoTime();
    try (watch) {
      run.run();
    }
    long wall = System.nanoTime() - start;
    cpu = Bench.cpuNanos() - cpu;
    ServerStats stats = bench.server().stats();
    Bench.require(
        stats.distinct() == load.asks() && stats.repeated() == 0,
        "%d of %d asks were answered, and %d again",
        stats.distinct(),
        load.asks(),
        stats.repeated());
    return new Measured(
        load.asks(),
        wall,
        cpu,
        watch.steadyNanos(load.asks()),
        stats.steadyRequests(),
        stats.steadyNanos());
  }

  private String nextSeries() {
    return Integer.toString(++series);
  }
}
