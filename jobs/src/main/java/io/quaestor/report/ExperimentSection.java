package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import io.quaestor.tables.ExperimentResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the newest experiment found. */
final class ExperimentSection {
  private static final int SENTENCES = 12;

  private ExperimentSection() {}

  static Section of(List<ExperimentResult> found) {
    if (found.isEmpty()) {
      return Section.of("experiments", "Experiments", "No experiment has been compared yet.");
    }
    List<Part> parts = new ArrayList<>();
    for (String pair : found.stream().map(ExperimentSection::pair).distinct().toList()) {
      List<ExperimentResult> rows = found.stream().filter(r -> pair(r).equals(pair)).toList();
      parts.add(Part.titled(pair, sentences(rows)).with(grid(pair, rows)));
    }
    return Section.of(
            "experiments",
            "Experiments",
            ("The newest is %s. Each of its cohorts asked the same number of questions of the same"
                    + " chunks. Shares are compared on chunks on which both have something, with"
                    + " 95%% intervals and tests that hold for questions of a chunk that hang"
                    + " together; p is adjusted for %s (Benjamini and Hochberg).")
                .formatted(found.get(0).experiment(), Format.count(found.get(0).tests(), "test")))
        .withParts(parts);
  }

  private static String pair(ExperimentResult r) {
    return "%s against %s".formatted(r.cohortB(), r.cohortA());
  }

  /** What is decided, and what the gate says in any case. */
  private static List<String> sentences(List<ExperimentResult> rows) {
    return rows.stream()
        .filter(r -> r.metric().equals("gate_pass") || isDecided(r))
        .limit(SENTENCES)
        .map(r -> r.sentence() + ".")
        .toList();
  }

  private static boolean isDecided(ExperimentResult r) {
    return r.verdict() != null && !r.verdict().equals("undecided");
  }

  private static Grid grid(String pair, List<ExperimentResult> rows) {
    Grid grid =
        Grid.of(
            pair,
            Column.text("Figure"),
            Column.number(rows.get(0).cohortA()),
            Column.number(rows.get(0).cohortB()),
            Column.number("Difference (95% interval)"),
            Column.number("Seen 80 times in 100"),
            Column.number("p adjusted"),
            Column.text("Verdict"),
            Column.number("Chunks of both"),
            Column.number("Of one alone"));
    rows.forEach(r -> grid.line(cells(r)));
    return grid.note(
        "Shares and their differences are in percent and points, money in US dollars, latency in"
            + " milliseconds. Costs count all that a cohort needed, shared with others or not.");
  }

  private static Object[] cells(ExperimentResult r) {
    return new Object[] {
      Format.words(r.of().isEmpty() ? r.metric() : r.metric() + ": " + r.of()),
      Values.shown(r.valueA(), value -> number(r, value), r.undefined(), "value_a"),
      Values.shown(r.valueB(), value -> number(r, value), r.undefined(), "value_b"),
      difference(r),
      Values.shown(r.detectable(), value -> number(r, value), r.undefined(), "detectable"),
      Values.shown(r.pAdjusted(), Format::p, r.undefined(), "p"),
      r.verdict(),
      r.chunksBoth(),
      r.chunksOnlyA() + r.chunksOnlyB()
    };
  }

  private static String difference(ExperimentResult r) {
    if (r.difference() == null) {
      return Undefined.because(Values.reason(r.undefined(), "difference"));
    }
    String interval =
        r.interval() == null
            ? Undefined.words(Values.reason(r.undefined(), "interval"))
            : "%s to %s".formatted(number(r, r.interval().low()), number(r, r.interval().high()));
    return "%s (%s)".formatted(number(r, r.difference()), interval);
  }

  private static String number(ExperimentResult r, double value) {
    return switch (r.unit()) {
      case "share" -> String.format(Locale.ROOT, "%.1f", 100 * value);
      case "usd" -> String.format(Locale.ROOT, "%.4f", value);
      case "tokens", "ms" -> String.format(Locale.ROOT, "%,.0f", value);
      default -> String.format(Locale.ROOT, "%.2f", value);
    };
  }
}
