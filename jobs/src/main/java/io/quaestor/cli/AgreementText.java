package io.quaestor.cli;

import io.quaestor.agree.Findings;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.CriterionFailRate;
import io.quaestor.tables.Interval;
import io.quaestor.tables.UnscoredRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A comparison of auditors for people, in at most 100 columns. */
final class AgreementText {
  private static final int NAME = 24;
  private static final String QUESTION_LEVEL = "flagged_";

  private AgreementText() {}

  static List<String> of(Findings findings) {
    List<String> lines = new ArrayList<>();
    List<String> pairs = findings.agreement().stream().map(AgreementText::pair).distinct().toList();
    for (String pair : pairs) {
      List<Agreement> rows =
          findings.agreement().stream().filter(row -> pair(row).equals(pair)).toList();
      lines.addAll(pair(pair, rows));
    }
    if (!pairs.isEmpty()) {
      lines.addAll(failRates(findings.failRates()));
      lines.addAll(unscored(findings.unscored()));
    }
    return lines;
  }

  private static String pair(Agreement row) {
    return "%s (A) and %s (B)".formatted(row.auditorA(), row.auditorB());
  }

  private static List<String> pair(String pair, List<Agreement> rows) {
    List<String> lines = new ArrayList<>(List.of("", pair));
    lines.add(
        line(
            "criterion",
            "n",
            "unscored",
            "both pass",
            "only A fails",
            "only B fails",
            "both fail"));
    rows.forEach(
        row ->
            lines.add(
                line(
                    row.criterion(),
                    count(row.n()),
                    count(row.excluded()),
                    count(row.bothPass()),
                    count(row.aOnlyFail()),
                    count(row.bOnlyFail()),
                    count(row.bothFail()))));
    lines.add(oneSided(rows));
    lines.add("");
    lines.add(wide("", "agreement (95%)", "on FAIL", "on PASS", "McNemar p", "adjusted"));
    rows.forEach(row -> lines.add(agreement(row)));
    lines.add("");
    lines.add("%-24s %24s %24s".formatted("", "AC1 (95%)", "kappa (95%)"));
    rows.forEach(row -> lines.add(coefficients(row)));
    lines.add("");
    rows.stream().filter(AgreementText::isQuestionLevel).forEach(row -> lines.addAll(ratio(row)));
    return lines;
  }

  private static String oneSided(List<Agreement> rows) {
    List<Agreement> criteria = rows.stream().filter(row -> !isQuestionLevel(row)).toList();
    return line(
        "all criteria together",
        "",
        "",
        "",
        count(criteria.stream().mapToLong(Agreement::aOnlyFail).sum()),
        count(criteria.stream().mapToLong(Agreement::bOnlyFail).sum()),
        "");
  }

  private static String agreement(Agreement row) {
    return wide(
        row.criterion(),
        percent(row.agreement(), row.agreementInterval()),
        orNone(row.agreementOnFail(), AgreementText::percent),
        orNone(row.agreementOnPass(), AgreementText::percent),
        orNone(row.mcnemarP(), AgreementText::p),
        isQuestionLevel(row) ? "" : orNone(row.mcnemarPAdjusted(), AgreementText::p));
  }

  private static String coefficients(Agreement row) {
    String name = row.criterion();
    return "%-24s %24s %24s"
        .formatted(
            cut(name),
            number(row.gwetAc1(), row.gwetAc1Interval()),
            number(row.kappa(), row.kappaInterval()));
  }

  private static List<String> ratio(Agreement row) {
    boolean gate = row.criterion().endsWith("gate");
    String definition = gate ? "gate criteria only" : "soft signals too";
    List<String> lines = new ArrayList<>();
    lines.add("Flagged, counting %s:".formatted(definition));
    lines.add(
        "  %s only by %s, %s only by %s, %s"
            .formatted(
                count(row.aOnlyFail()),
                row.auditorA(),
                count(row.bOnlyFail()),
                row.auditorB(),
                row.ratio() == null
                    ? "no ratio (%s)".formatted(row.undefined().get("ratio"))
                    : odds(row)));
    if (Boolean.FALSE.equals(row.sameCriteria())) {
      lines.add("  A and B judge by different criteria: the ratio does not tell who sees better.");
    }
    return lines;
  }

  private static List<String> failRates(List<CriterionFailRate> rates) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "%-12s %-24s %-5s %11s %9s   %-22s %s"
            .formatted("fail rates", "criterion", "role", "n", "fails", "rate (95%)", "fit to be"));
    for (CriterionFailRate rate : rates) {
      lines.add(
          "%-12s %-24s %-5s %11s %9s   %-22s %s"
              .formatted(
                  rate.auditor(),
                  cut(rate.criterion()),
                  rate.role(),
                  count(rate.n()),
                  count(rate.fails()),
                  percent(rate.rate(), rate.rateInterval()),
                  rate.recommendation()));
    }
    return lines;
  }

  private static List<String> unscored(List<UnscoredRate> rates) {
    if (rates.stream().allMatch(rate -> rate.unscored() == 0)) {
      return List.of("", "No verdict is missing.");
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "%-12s %-24s %11s %9s   %s"
            .formatted("unscored", "criterion", "asked", "missing", "share"));
    for (UnscoredRate rate : rates) {
      lines.add(
          "%-12s %-24s %11s %9s   %s"
              .formatted(
                  rate.auditor(),
                  cut(rate.criterion()),
                  count(rate.asked()),
                  count(rate.unscored()),
                  percent(rate.share(), rate.shareInterval())));
    }
    return lines;
  }

  private static boolean isQuestionLevel(Agreement row) {
    return row.criterion().startsWith(QUESTION_LEVEL);
  }

  private static String line(String name, String... cells) {
    Object[] all = new Object[cells.length + 1];
    all[0] = cut(name);
    System.arraycopy(cells, 0, all, 1, cells.length);
    return "%-24s %11s %9s %11s %13s %13s %11s".formatted(all);
  }

  private static String wide(String name, String... cells) {
    Object[] all = new Object[cells.length + 1];
    all[0] = cut(name);
    System.arraycopy(cells, 0, all, 1, cells.length);
    return "%-24s %24s %11s %11s %11s %11s".formatted(all).stripTrailing();
  }

  private static String cut(String name) {
    return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String percent(Double share, Interval interval) {
    return share == null
        ? "undefined"
        : String.format(
            Locale.ROOT,
            "%.1f%% (%.1f to %.1f)",
            100 * share,
            100 * interval.low(),
            100 * interval.high());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  private static String number(Double value, Interval interval) {
    if (value == null || interval == null) {
      return orNone(value, number -> String.format(Locale.ROOT, "%.2f", number));
    }
    return String.format(
        Locale.ROOT, "%.2f (%.2f to %.2f)", value, interval.low(), interval.high());
  }

  /** The larger side to the smaller. */
  private static String odds(Agreement row) {
    double ratio = row.ratio();
    Interval interval = row.ratioInterval();
    boolean turned = ratio > 0 && ratio < 1;
    return String.format(
        Locale.ROOT,
        "%s to %s %.1f to 1 (%.1f to %.1f)",
        turned ? row.auditorB() : row.auditorA(),
        turned ? row.auditorA() : row.auditorB(),
        turned ? 1 / ratio : ratio,
        turned ? 1 / interval.high() : interval.low(),
        turned ? 1 / interval.low() : interval.high());
  }

  private static String p(double p) {
    return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  private static String orNone(Double value, Function<Double, String> format) {
    return value == null ? "undefined" : format.apply(value);
  }
}
