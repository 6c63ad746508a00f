package io.quaestor.report;

import io.quaestor.tables.Agreement;
import io.quaestor.tables.Interval;
import java.util.Locale;

/** What only one auditor flagged to what only the other did, in words. */
final class Odds {
  private Odds() {}

  /** The larger side to the smaller, so that it is no less than 1. */
  static String of(Agreement r) {
    if (r.ratio() == null) {
      return Undefined.because(Values.reason(r.undefined(), "ratio"));
    }
    boolean turned = r.ratio() > 0 && r.ratio() < 1;
    Interval odds = r.ratioInterval();
    Double low = odds == null ? null : turned ? inverse(odds.high()) : odds.low();
    Double high = odds == null ? null : turned ? inverse(odds.low()) : odds.high();
    return String.format(
        Locale.ROOT,
        "%s to %s %.1f to 1%s",
        turned ? r.auditorB() : r.auditorA(),
        turned ? r.auditorA() : r.auditorB(),
        turned ? 1 / r.ratio() : r.ratio(),
        low == null
            ? ""
            : String.format(
                Locale.ROOT, " (%.1f %s)", low, high == null ? "or more" : "to " + one(high)));
  }

  private static String one(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** Null for an end that is infinite; that of nothing is infinite too. */
  private static Double inverse(Double end) {
    if (end == null) {
      return 0.0;
    }
    return end == 0 ? null : (Double) (1 / end);
  }
}
