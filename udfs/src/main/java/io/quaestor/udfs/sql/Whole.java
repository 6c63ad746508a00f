package io.quaestor.udfs.sql;

/** Whole numbers of tables, which are often wider than those they are compared with. */
final class Whole {
  private Whole() {}

  /** The same number, or the end of the range of {@code int} that it lies beyond; null for null. */
  static Integer nearestInt(Long number) {
    return number == null
        ? null
        : (Integer) (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }
}
