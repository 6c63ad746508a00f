package io.quaestor.udfs.agreement;

/**
 * A test: its statistic and the two-sided p-value.
 *
 * @param value undefined when there is nothing to test
 * @param p 0 to 1; undefined, for a reason of its own, where chance would leave no variance
 */
public record Significance(Statistic value, Statistic p) {

  /** No test, for the reason. */
  public static Significance undefined(String reason) {
    return new Significance(Statistic.undefined(reason), Statistic.undefined(reason));
  }

  /** A statistic and its p-value. */
  public static Significance of(double value, double p) {
    return new Significance(Statistic.of(value), Statistic.of(p));
  }
}
