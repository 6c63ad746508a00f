package io.quaestor.cli;

import io.quaestor.JobException;
import io.quaestor.bench.BenchOptions;
import io.quaestor.bench.BulkBench;
import io.quaestor.bench.CallsBench;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code bench}. */
@Command(
    name = "bench",
    subcommands = {BenchScoringCommand.class, BenchAgreeCommand.class},
    description = {
      "Measures how calls are made, against a local server that only waits; costs nothing and",
      "leaves the warehouse alone."
    })
final class BenchCommand implements Callable<Integer> {
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(
      names = "--bulk",
      description = "Instead: many asks through the ledger, and the same asks again.")
  private boolean bulk;

  @Option(names = "--asks", paramLabel = "N", description = "Per run (10,000; bulk 1,000,000).")
  private Long asks;

  @Option(
      names = "--windows",
      paramLabel = "W",
      split = ",",
      defaultValue = "32,64,128,256",
      description = "Calls in flight; bulk takes the last (default: ${DEFAULT-VALUE}).")
  private List<Integer> windows;

  @Option(names = "--latency-ms", paramLabel = "MS", description = "Of the server (200; bulk 0).")
  private Double latencyMs;

  @Option(
      names = "--sigma",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of a second round with lognormal latency; 0 for none.")
  private double sigma;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "3",
      description = "Interleaved; medians are shown (default: ${DEFAULT-VALUE}).")
  private int repeats;

  @Option(
      names = "--no-limits",
      description = "An account without limits (default: limits that are never reached).")
  private boolean noLimits;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    BenchOptions options = options();
    ConsoleProgress progress =
        new ConsoleProgress(spec.commandLine().getErr(), false, System::nanoTime);
    BenchTable table = new BenchTable(out, main.globals().json());
    if (bulk) {
      table.print(new BulkBench(main.globals().app(), options, progress).execute());
    } else {
      table.print(options, new CallsBench(main.globals().app(), options, progress).execute());
    }
    out.flush();
    return 0;
  }

  Globals globals() {
    return main.globals();
  }

  private BenchOptions options() {
    long count = asks != null ? asks : bulk ? 1_000_000 : 10_000;
    double latency = latencyMs != null ? latencyMs : bulk ? 0 : 200;
    if (count < 100
        || repeats < 1
        || latency < 0
        || sigma < 0
        || windows.stream().anyMatch(w -> w < 1)) {
      throw JobException.input(
          "bad_bench",
          "--asks is %d, --windows %s, --latency-ms %s, --sigma %s, --repeats %d"
              .formatted(count, windows, latency, sigma, repeats),
          "take at least 100 asks, 1 repeat and windows of 1, and nothing negative");
    }
    return new BenchOptions(count, windows, latency, sigma, repeats, !noLimits);
  }
}
