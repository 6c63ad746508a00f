package io.quaestor.udfs.agreement;

/**
 * A figure, or why there is none: exactly one of the two is null.
 *
 * @param value finite
 * @param undefined a stable code such as {@code no_pairs}
 */
public record Statistic(Double value, String undefined) {

  /** Nothing was judged by both. */
  public static final String NO_PAIRS = "no_pairs";

  /** Both raters gave one and the same verdict throughout, so chance agreement is total. */
  public static final String NO_VARIATION = "no_variation";

  /** Neither rater failed anything. */
  public static final String NO_FAILS = "no_fails";

  /** Neither rater passed anything. */
  public static final String NO_PASSES = "no_passes";

  /** A share of nothing. */
  public static final String NO_TRIALS = "no_trials";

  /** Chance would leave no variance, so that nothing can be tested against it. */
  public static final String NO_NULL_VARIANCE = "no_null_variance";

  /** Fewer than two categories are declared. */
  public static final String ONE_CATEGORY = "one_category";

  /** A ratio of something to nothing. */
  public static final String INFINITE = "infinite";

  /**
   * One of the two.
   *
   * @throws IllegalArgumentException when both or neither are given, or the value is not finite
   */
  public Statistic {
    if ((value == null) == (undefined == null) || (value != null && !Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "A statistic is a finite value or a reason, not value=%s undefined=%s; use of or undefined"
              .formatted(value, undefined));
    }
  }

  /** The figure. */
  public static Statistic of(double value) {
    return new Statistic(value, null);
  }

  /** No figure, for the reason. */
  public static Statistic undefined(String reason) {
    return new Statistic(null, reason);
  }

  /** Whether there is a figure. */
  public boolean isDefined() {
    return value != null;
  }
}
