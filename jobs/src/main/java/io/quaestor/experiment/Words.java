package io.quaestor.experiment;

import io.quaestor.udfs.agreement.Estimate;
import java.util.Locale;

/**
 * A finding in a sentence that a person can act on.
 *
 * @param verdict as in the table
 * @param cost what an active question costs the same cohorts, null when unknown
 */
record Words(Finding finding, String verdict, Finding cost) {

  String sentence() {
    if (!finding.difference().point().isDefined()) {
      return "%s cannot be compared between %s and %s: %s"
          .formatted(
              capital(finding.subject().metric().words(finding.subject().of())),
              finding.subject().cohortA(),
              finding.subject().cohortB(),
              finding.difference().point().undefined().replace('_', ' '));
    }
    String said = finding.subject().metric().isShare() ? share() : amount();
    if (verdict == null) {
      return finding.subject().metric().unit().equals("ms")
          ? said
          : "Not tested (%s): %s".formatted(finding.p().undefined().replace('_', ' '), said);
    }
    return verdict.equals("undecided") ? "No clear difference: " + said + needed() : said;
  }

  /** The one that is higher comes first. */
  private boolean swapped() {
    return finding.difference().point().value() < 0;
  }

  private String first() {
    return swapped() ? finding.subject().cohortA() : finding.subject().cohortB();
  }

  private String second() {
    return swapped() ? finding.subject().cohortB() : finding.subject().cohortA();
  }

  private String share() {
    double more = Math.abs(finding.difference().point().value());
    return "%s %s %s points more often than %s%s; %s against %s%s"
        .formatted(
            first(),
            finding.subject().metric().words(finding.subject().of()),
            number(100 * more),
            second(),
            interval(),
            percent(swapped() ? finding.a() : finding.b()),
            percent(swapped() ? finding.b() : finding.a()),
            atCost());
  }

  private String interval() {
    Estimate difference = finding.difference();
    if (difference.low() == null || difference.high() == null) {
      return "";
    }
    double low = swapped() ? -difference.high() : difference.low();
    double high = swapped() ? -difference.low() : difference.high();
    return " (95%% CI %s to %s)".formatted(number(100 * low), number(100 * high));
  }

  private String atCost() {
    if (finding.subject().metric() != Metric.GATE_PASS
        || cost == null
        || !cost.ratio().point().isDefined()) {
      return "";
    }
    double ratio = cost.ratio().point().value();
    return String.format(
        Locale.ROOT, ", at %.1f times the cost per active question", swapped() ? 1 / ratio : ratio);
  }

  private String amount() {
    boolean known = finding.ratio() != null && finding.ratio().point().isDefined();
    return "%s: %s of %s against %s of %s%s"
        .formatted(
            capital(finding.subject().metric().words(finding.subject().of())),
            amount(swapped() ? finding.a() : finding.b()),
            first(),
            amount(swapped() ? finding.b() : finding.a()),
            second(),
            known ? times() : "");
  }

  private String times() {
    double ratio = finding.ratio().point().value();
    Estimate estimate = finding.ratio();
    String times = String.format(Locale.ROOT, ", %.2f times", swapped() ? 1 / ratio : ratio);
    if (estimate.low() == null || estimate.high() == null) {
      return times;
    }
    double low = swapped() ? 1 / estimate.high() : estimate.low();
    double high = swapped() ? 1 / estimate.low() : estimate.high();
    return times + String.format(Locale.ROOT, " as much (95%% CI %.2f to %.2f)", low, high);
  }

  private String needed() {
    if (!finding.detectable().isDefined()) {
      return "";
    }
    double least = finding.detectable().value();
    return finding.subject().metric().isShare()
        ? " (such data shows %s points 80 times in 100)".formatted(number(100 * least))
        : "";
  }

  private String amount(Finding.Side side) {
    return amount(side.value().value(), finding.subject().metric().unit());
  }

  /** A figure with its unit. */
  static String amount(double value, String unit) {
    return switch (unit) {
      case "share" -> String.format(Locale.ROOT, "%.1f%%", 100 * value);
      case "usd" -> String.format(Locale.ROOT, "$%.4f", value);
      case "tokens" -> String.format(Locale.ROOT, "%,.0f", value);
      case "ms" -> String.format(Locale.ROOT, "%,.0f ms", value);
      default -> String.format(Locale.ROOT, "%.2f", value);
    };
  }

  private static String percent(Finding.Side side) {
    return amount(side.value().value(), "share");
  }

  private static String number(double points) {
    return String.format(Locale.ROOT, "%.1f", points);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
