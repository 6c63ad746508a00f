package io.quaestor.report;

import io.quaestor.tables.Interval;
import java.util.List;

/**
 * Shares with their intervals, in one colour and shape.
 *
 * @param slot 0 and up: picks colour and shape
 * @param hollow for an estimate beside a measured share
 * @param marks one per category, null where there is none
 */
record Marks(String name, int slot, boolean hollow, List<Mark> marks) {

  /**
   * A share, in percent.
   *
   * @param low lower end of its interval, the share itself where there is no interval
   * @param high upper end likewise
   * @param text the same in words
   */
  record Mark(double low, double value, double high, String text) {}

  /** Null for a share that is undefined: no mark is no zero. */
  static Mark mark(Double share, Interval interval, String text) {
    if (share == null) {
      return null;
    }
    return interval == null
        ? new Mark(percent(share), percent(share), percent(share), text)
        : new Mark(percent(interval.low()), percent(share), percent(interval.high()), text);
  }

  boolean isEmpty() {
    return marks.stream().allMatch(mark -> mark == null);
  }

  private static double percent(double share) {
    return Math.round(10_000 * share) / 100.0;
  }
}
