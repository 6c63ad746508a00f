package io.quaestor.agree;

import io.quaestor.tables.Interval;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Statistic;
import java.util.Map;
import java.util.TreeMap;

/** Takes figures apart into columns and notes why those that are undefined are. */
final class Reasons {
  private final Map<String, String> undefined = new TreeMap<>();

  /** The figure's value; null when undefined, which is noted under the column's name. */
  Double value(String column, Statistic figure) {
    if (!figure.isDefined()) {
      note(column, figure.undefined());
    }
    return figure.value();
  }

  void note(String column, String reason) {
    undefined.put(column, reason);
  }

  /** Column to reason. */
  Map<String, String> map() {
    return undefined;
  }

  /** The bounds; null when there are none. */
  static Interval interval(Estimate estimate) {
    return estimate.low() == null && estimate.high() == null
        ? null
        : new Interval(estimate.low(), estimate.high());
  }
}
