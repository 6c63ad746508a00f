package io.quaestor.cli;

import io.quaestor.bench.AgreeFigures;
import io.quaestor.bench.BenchOptions;
import io.quaestor.bench.BenchRow;
import io.quaestor.bench.BulkResult;
import io.quaestor.bench.ScoringResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a benchmark found, for people and for programs. */
final class BenchTable {
  private final PrintWriter out;
  private final boolean json;

  BenchTable(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  private record Calls(BenchOptions options, List<BenchRow> rows) {}

  void print(BenchOptions options, List<BenchRow> rows) {
    if (json) {
      out.println(Summary.json(new Calls(options, rows)));
      return;
    }
    line(
        "%,d asks a run, median latency %s ms, medians of %d interleaved rounds; bare: OkHttp reading"
            + " bodies only, calls: partitions with the journal, ledger: asks to table.",
        options.asks(), options.latencyMs(), options.repeats());
    line(
        "In use is the share of the window; steady is without the first and last tenth of requests.");
    line(
        "%-10s%7s %-7s%14s%8s%14s%8s%15s%8s%14s%8s",
        "latency",
        "window",
        "path",
        "in use steady",
        "x bare",
        "in use whole",
        "x bare",
        "CPU us steady",
        "x bare",
        "CPU us whole",
        "x bare");
    for (BenchRow row : rows) {
      line(
          "%-10s%7d %-7s%14.3f%8.3f%14.3f%8.3f%15.0f%8.2f%14.0f%8.2f",
          row.latency(),
          row.window(),
          row.path(),
          row.steady(),
          row.steadyOfBare(),
          row.whole(),
          row.wholeOfBare(),
          row.steadyCpuMicros(),
          row.steadyCpuOfBare(),
          row.cpuMicros(),
          row.cpuOfBare());
    }
  }

  void print(BulkResult bulk) {
    if (json) {
      out.println(Summary.json(bulk));
      return;
    }
    line(
        "%,d asks through the ledger, window %d: %.1f s, %.0f a second, CPU %d us a call.",
        bulk.asks(), bulk.window(), bulk.wallMs() / 1e3, bulk.perSecond(), bulk.cpuMicrosPerCall());
    for (BulkResult.Heap heap : bulk.heaps()) {
      line("%,12d answered: heap after collection %,5d MiB", heap.answered(), heap.usedMb());
    }
    line("The same again: %.1f s, %d calls.", bulk.againMs() / 1e3, bulk.againCalls());
  }

  void print(ScoringResult scoring) {
    if (json) {
      out.println(Summary.json(scoring));
      return;
    }
    line(
        "Queries planned before, medians of %d interleaved rounds. CPU is of all cores, without what"
            + " a query takes anyway (fixed);",
        scoring.repeats());
    line("x scan and x built-in are rows per CPU second as shares of those.");
    line(
        "%-20s%12s%14s%12s%11s%9s%12s",
        "query", "rows", "rows/s", "CPU ns/row", "fixed ms", "x scan", "x built-in");
    for (ScoringResult.Figure figure : scoring.figures()) {
      line(
          "%-20s%,12d%,14.0f%,12.0f%11.1f%9s%12s",
          figure.query(),
          figure.rows(),
          figure.perSecond(),
          figure.cpuNanosPerRow(),
          figure.fixedCpuMs(),
          share(figure.ofScan()),
          share(figure.ofBuiltIn()));
    }
  }

  void print(AgreeFigures figures) {
    if (json) {
      out.println(Summary.json(figures));
      return;
    }
    line("%,d questions, two audits of six criteria each.", figures.questions());
    line("count by auditor   %8.1f s", figures.countByAuditorSeconds());
    line("count by question  %8.1f s", figures.countByQuestionSeconds());
    line(
        "agree              %8.1f s  %.1f and %.1f times these, %,.0f audits a second",
        figures.agreeSeconds(),
        figures.ofCountByAuditor(),
        figures.ofCountByQuestion(),
        figures.auditsPerSecond());
    line("the same again     %8.1f s", figures.againSeconds());
    line("heap after collection at most %,d MiB", figures.peakHeapMb());
  }

  private static String share(Double share) {
    return share == null ? "" : String.format(Locale.ROOT, "%.2f", share);
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
