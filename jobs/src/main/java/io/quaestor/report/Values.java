package io.quaestor.report;

import io.quaestor.tables.Interval;
import java.util.Map;
import java.util.function.Function;

/** Figures of tables as they are shown, with interval or with the reason why there is none. */
final class Values {
  private Values() {}

  static String share(
      Double value, Interval interval, Map<String, String> undefined, String column) {
    return value == null
        ? Undefined.because(reason(undefined, column))
        : Format.percent(value, interval);
  }

  static String coefficient(
      Double value, Interval interval, Map<String, String> undefined, String column) {
    return value == null
        ? Undefined.because(reason(undefined, column))
        : Format.decimal(value, interval);
  }

  static String shown(
      Double value, Function<Double, String> format, Map<String, String> undefined, String column) {
    return value == null ? Undefined.because(reason(undefined, column)) : format.apply(value);
  }

  /** Null where a row gives none, as those of older versions. */
  static String reason(Map<String, String> undefined, String column) {
    return undefined == null ? null : undefined.get(column);
  }
}
