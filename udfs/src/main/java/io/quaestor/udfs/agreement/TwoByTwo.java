package io.quaestor.udfs.agreement;

/**
 * How often two auditors passed and failed the same things: the mergeable state that every figure
 * here is computed from. {@link #plus} is associative and commutative, {@link #EMPTY} its neutral
 * element, so any partitioning gives the same counts.
 */
public record TwoByTwo(long bothPass, long aOnlyFail, long bOnlyFail, long bothFail) {

  /** No pair at all. */
  public static final TwoByTwo EMPTY = new TwoByTwo(0, 0, 0, 0);

  /**
   * Counts from 0 up.
   *
   * @throws IllegalArgumentException when one is negative
   */
  public TwoByTwo {
    if (bothPass < 0 || aOnlyFail < 0 || bOnlyFail < 0 || bothFail < 0) {
      throw new IllegalArgumentException(
          "Negative count in a two-by-two table: bothPass=%d aOnlyFail=%d bOnlyFail=%d bothFail=%d; "
                  .formatted(bothPass, aOnlyFail, bOnlyFail, bothFail)
              + "counts start at 0");
    }
  }

  /** The table of one pair of verdicts. */
  public static TwoByTwo of(boolean aPasses, boolean bPasses) {
    return new TwoByTwo(
        aPasses && bPasses ? 1 : 0,
        !aPasses && bPasses ? 1 : 0,
        aPasses && !bPasses ? 1 : 0,
        !aPasses && !bPasses ? 1 : 0);
  }

  /**
   * Both tables' pairs together.
   *
   * @throws ArithmeticException when a count passes 2^63 - 1
   */
  public TwoByTwo plus(TwoByTwo other) {
    return new TwoByTwo(
        Math.addExact(bothPass, other.bothPass),
        Math.addExact(aOnlyFail, other.aOnlyFail),
        Math.addExact(bOnlyFail, other.bOnlyFail),
        Math.addExact(bothFail, other.bothFail));
  }

  /**
   * Number of pairs.
   *
   * @throws ArithmeticException when it passes 2^63 - 1
   */
  public long n() {
    return Math.addExact(Math.addExact(bothPass, aOnlyFail), Math.addExact(bOnlyFail, bothFail));
  }
}
