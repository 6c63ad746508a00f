package io.quaestor.cli;

import io.quaestor.experiment.ExperimentList;
import io.quaestor.tables.ExperimentResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Experiments for people, in at most 120 columns. */
final class ExperimentText {
  private static final String LINE = "%-34s %10s %10s %-28s %8s %8s %s";
  private static final int NAME = 34;

  private ExperimentText() {}

  /** One table for each two cohorts, then what can be said in words. */
  static List<String> of(List<ExperimentResult> rows) {
    List<String> lines = new ArrayList<>();
    for (String pair : rows.stream().map(ExperimentText::pair).distinct().toList()) {
      List<ExperimentResult> mine = rows.stream().filter(row -> pair(row).equals(pair)).toList();
      ExperimentResult first = mine.get(0);
      lines.add("");
      lines.add(
          LINE.formatted(
              "",
              cut(first.cohortA(), 10),
              cut(first.cohortB(), 10),
              "B - A (95% CI)",
              "p adj.",
              "seen at",
              "chunks: both, A only, B only"));
      mine.forEach(row -> lines.add(line(row)));
      lines.add("");
      mine.stream()
          .filter(row -> row.verdict() != null)
          .filter(row -> !row.verdict().equals("undecided") || row.metric().equals("gate_pass"))
          .forEach(row -> lines.add(row.sentence() + "."));
    }
    rows.stream()
        .findFirst()
        .ifPresent(
            row ->
                lines.add(
                    ("p is adjusted for %d tests (Benjamini and Hochberg); `seen at` is the"
                            + " difference seen 80 times in 100.")
                        .formatted(row.tests())));
    return lines;
  }

  /** One line for each. */
  static List<String> list(List<ExperimentList.Entry> entries) {
    return entries.stream()
        .map(
            entry ->
                "%-24s %-10s %s on %,d chunks, %d questions each; audited by %s%s"
                    .formatted(
                        entry.name(),
                        entry.state(),
                        String.join(" against ", entry.cohorts()),
                        entry.chunks(),
                        entry.perChunk(),
                        String.join(", ", entry.auditors()),
                        entry.promoted().isEmpty()
                            ? ""
                            : "; promoted: " + String.join(", ", entry.promoted())))
        .toList();
  }

  private static String pair(ExperimentResult row) {
    return row.cohortA() + "\n" + row.cohortB();
  }

  private static String line(ExperimentResult row) {
    String name = row.of().isEmpty() ? row.metric() : row.metric() + " " + row.of();
    return LINE.formatted(
            cut(name.replace('_', ' '), NAME),
            value(row, row.valueA()),
            value(row, row.valueB()),
            difference(row),
            p(row),
            row.detectable() == null ? "-" : apart(row, row.detectable()),
            row.metric().startsWith("latency")
                ? ""
                : "%d, %d, %d".formatted(row.chunksBoth(), row.chunksOnlyA(), row.chunksOnlyB()))
        .stripTrailing();
  }

  private static String p(ExperimentResult row) {
    if (row.pAdjusted() == null) {
      return "-";
    }
    return row.pAdjusted() < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", row.pAdjusted());
  }

  private static String difference(ExperimentResult row) {
    if (row.difference() == null) {
      return row.undefined().getOrDefault("difference", "undefined").replace('_', ' ');
    }
    return row.interval() == null
        ? "%s (%s)"
            .formatted(
                apart(row, row.difference()), row.undefined().get("interval").replace('_', ' '))
        : "%s (%s to %s)"
            .formatted(
                apart(row, row.difference()),
                apart(row, row.interval().low()),
                apart(row, row.interval().high()));
  }

  private static String value(ExperimentResult row, Double value) {
    return value == null
        ? "undefined"
        : row.unit().equals("share")
            ? String.format(Locale.ROOT, "%.1f%%", 100 * value)
            : apart(row, value);
  }

  /** Shares in points. */
  private static String apart(ExperimentResult row, double value) {
    return switch (row.unit()) {
      case "share" -> String.format(Locale.ROOT, "%.1f", 100 * value);
      case "usd" -> String.format(Locale.ROOT, "%.4f", value);
      case "tokens", "ms" -> String.format(Locale.ROOT, "%.0f", value);
      default -> String.format(Locale.ROOT, "%.2f", value);
    };
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
