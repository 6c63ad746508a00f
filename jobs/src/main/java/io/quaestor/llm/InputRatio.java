package io.quaestor.llm;

import java.util.function.LongSupplier;

/**
 * Tokens per character of what is sent, as the provider has counted them: quicker than counting,
 * and true to the model. Not thread-safe.
 */
final class InputRatio {
  /** Weight of the newest answer. */
  private static final double WEIGHT = 0.05;

  private double ratio = -1;

  /**
   * @param counted an estimate, used before the first answer
   */
  long expected(int chars, LongSupplier counted) {
    return ratio < 0 ? counted.getAsLong() : Math.max(1, Math.round(ratio * chars));
  }

  /**
   * @param chars positive
   */
  void saw(int chars, long tokens) {
    double one = (double) tokens / chars;
    ratio = ratio < 0 ? one : ratio + WEIGHT * (one - ratio);
  }
}
