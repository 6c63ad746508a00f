package io.quaestor.report;

import io.quaestor.tables.Interval;
import io.quaestor.udfs.agreement.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures are written: one way each, whatever the locale. */
final class Format {
  static final String NONE = "\u2013";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final BigDecimal A_DOLLAR = BigDecimal.ONE;

  private Format() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 document}, {@code 2 documents}. */
  static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** {@code 6.0% (4.1 to 8.7)}, or a dash. */
  static String percent(Estimate estimate) {
    return estimate.point().isDefined()
        ? percent(estimate.point().value(), new Interval(estimate.low(), estimate.high()))
        : NONE;
  }

  /** The same of a table's columns; empty without a share. */
  static String percent(Double share, Interval interval) {
    if (share == null) {
      return "";
    }
    return interval == null
        ? percent(share)
        : String.format(
            Locale.ROOT,
            "%.1f%% (%.1f to %.1f)",
            100 * share,
            100 * interval.low(),
            100 * interval.high());
  }

  /** {@code 0.51 (0.40 to 0.62)}. */
  static String decimal(double value, Interval interval) {
    return interval == null
        ? String.format(Locale.ROOT, "%.2f", value)
        : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, interval.low(), interval.high());
  }

  /** A chance: three places, {@code <0.001} below. */
  static String p(double p) {
    return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** US dollars: cents from a dollar up, four places below. */
  static String dollars(BigDecimal amount) {
    int places = amount.signum() == 0 || amount.abs().compareTo(A_DOLLAR) >= 0 ? 2 : 4;
    return String.format(Locale.ROOT, "$%,." + places + "f", amount);
  }

  /** Cost of one of so many, or a dash for none. */
  static String dollarsEach(BigDecimal total, long count) {
    return count == 0
        ? NONE
        : dollars(total.divide(BigDecimal.valueOf(count), 6, RoundingMode.HALF_UP));
  }

  static String time(Instant at) {
    return at == null ? NONE : MINUTE.format(at);
  }

  static String duration(long millis) {
    Duration wall = Duration.ofMillis(millis);
    if (wall.toMinutes() == 0) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return wall.toHours() == 0
        ? "%d min %02d s".formatted(wall.toMinutes(), wall.toSecondsPart())
        : "%d h %02d min".formatted(wall.toHours(), wall.toMinutesPart());
  }

  /** A code such as {@code mcq_single} for people. */
  static String words(String code) {
    return code == null ? NONE : code.replace('_', ' ');
  }

  static String shortened(String text, int length) {
    if (text == null || text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "\u2026";
  }
}
