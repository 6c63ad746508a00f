package io.quaestor.cli;

import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well auditors see, for people, in at most 100 columns. */
final class AccuracyText {
  private static final String ALL = "all";
  private static final int NAME = 22;
  private static final String LINE = "%-22s %11s %19s %10s %17s %6s %9s";

  private AccuracyText() {}

  /**
   * One table for each auditor.
   *
   * @param counts of the job
   */
  static List<String> of(List<AuditorAccuracy> rows, Map<String, Long> counts) {
    List<String> lines = new ArrayList<>();
    for (String auditor : rows.stream().map(AuditorAccuracy::auditor).distinct().toList()) {
      List<AuditorAccuracy> mine =
          rows.stream().filter(row -> row.auditor().equals(auditor)).toList();
      lines.add("");
      lines.add("%s (%s)".formatted(auditor, mine.get(0).model()));
      lines.add(
          LINE.formatted(
              "criterion", "caught", "sensitivity", "alarms", "false alarms", "preci-", "latent"));
      lines.add(
          LINE.formatted(
              "  kind of defect", "of planted", "(95%)", "of clean", "(95%)", "sion", "se / sp"));
      mine.forEach(row -> lines.addAll(row(row, mine)));
      lines.addAll(remarks(auditor, counts));
    }
    if (!rows.isEmpty()) {
      lines.add("");
      lines.add(
          "Planted defects are easier to see than real ones: take sensitivity as an upper guide.");
    }
    return lines;
  }

  /** A kind of defect has a line of its own where it is not the only one. */
  private static List<String> row(AuditorAccuracy row, List<AuditorAccuracy> mine) {
    boolean all = row.defect().equals(ALL);
    long kinds = mine.stream().filter(r -> r.criterion().equals(row.criterion())).count() - 1;
    if (!all && kinds < 2) {
      return List.of();
    }
    return List.of(
        LINE.formatted(
                cut(all ? row.criterion() : "  " + row.defect()),
                share(row.caught(), row.planted()),
                percent(row.sensitivity(), row.sensitivityInterval()),
                all ? share(row.falseAlarms(), row.clean()) : "",
                all ? falseAlarms(row) : "",
                all ? percent(row.precision()) : "",
                all ? latent(row) : "")
            .stripTrailing());
  }

  private static List<String> remarks(String auditor, Map<String, Long> counts) {
    List<String> lines = new ArrayList<>();
    long unscored = counts.getOrDefault("unscored_by_" + auditor, 0L);
    if (unscored > 0) {
      lines.add("  %,d items without a full verdict: in none of the shares.".formatted(unscored));
    }
    long own = counts.getOrDefault("let_through_by_" + auditor, 0L);
    if (own > 0) {
      lines.add(
          ("  %,d of %,d untouched questions are active because %s passed them:"
                  + " it has fewer false alarms here")
              .formatted(own, counts.get("untouched"), auditor));
      lines.add("  than elsewhere. Calibrate with a batch that people approved (--batch-id).");
    }
    return lines;
  }

  private static String falseAlarms(AuditorAccuracy row) {
    Interval interval = row.specificityInterval();
    return row.specificity() == null
        ? "undefined"
        : percent(1 - row.specificity(), new Interval(1 - interval.high(), 1 - interval.low()));
  }

  private static String latent(AuditorAccuracy row) {
    return row.latentSensitivity() == null
        ? "-"
        : String.format(
            Locale.ROOT, "%.1f/%.1f", 100 * row.latentSensitivity(), 100 * row.latentSpecificity());
  }

  private static String share(long part, long whole) {
    return "%d/%d".formatted(part, whole);
  }

  private static String percent(Double share, Interval interval) {
    return share == null
        ? "undefined"
        : String.format(
            Locale.ROOT,
            "%.1f%% (%.1f-%.1f)",
            100 * share,
            100 * interval.low(),
            100 * interval.high());
  }

  private static String percent(Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String cut(String name) {
    return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
  }
}
