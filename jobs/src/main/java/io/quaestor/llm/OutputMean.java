package io.quaestor.llm;

/** Running mean of how long answers are, in tokens. Thread-safe. */
final class OutputMean {
  /** Weight of the newest answer. */
  private static final double WEIGHT = 0.1;

  /** Before the first answer: this share of what is allowed. */
  private static final double FIRST_GUESS = 0.25;

  private double mean = -1;

  synchronized long expected(int maxTokens) {
    double guess = mean < 0 ? maxTokens * FIRST_GUESS : mean;
    return Math.max(1, Math.min(maxTokens, Math.round(guess)));
  }

  synchronized void saw(long tokens) {
    mean = mean < 0 ? tokens : mean + WEIGHT * (tokens - mean);
  }
}
