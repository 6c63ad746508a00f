package io.quaestor.llm;

/**
 * How many calls may be in flight: one more per answer while nothing has gone wrong, then one more
 * per round of answers, half as many when the provider is overloaded (additive increase,
 * multiplicative decrease; Chiu and Jain 1989, with the slow start of RFC 5681). Not thread-safe.
 */
final class Aimd {
  private static final int FEWEST = 8;

  /** Part of the most to begin with: doubled twice, it is all. */
  private static final int FIRST = 4;

  private static final double DECREASE = 0.5;

  private final int most;
  private double limit;
  private boolean ramp = true;
  private long decreasedAt = Long.MIN_VALUE;

  /**
   * @param most positive
   */
  Aimd(int most) {
    this.most = most;
    limit = Math.min(most, Math.max(FEWEST, most / FIRST));
  }

  /** From 1. */
  int limit() {
    return (int) limit;
  }

  void answered() {
    limit = Math.min(most, limit + (ramp ? 1 : 1 / limit));
  }

  /**
   * A call came to nothing because the provider has too much to do. Calls that were on their way
   * when the last one said so say nothing new.
   *
   * @param sentAt of that call, nanoseconds
   */
  void overloaded(long sentAt, long now) {
    if (sentAt < decreasedAt) {
      return;
    }
    limit = Math.max(1, limit * DECREASE);
    ramp = false;
    decreasedAt = now;
  }
}
