package io.quaestor.llm;

import java.math.BigDecimal;

/**
 * What a job has asked so far.
 *
 * @param made calls sent, repeated attempts included
 * @param reused asks that the ledger had answered before
 * @param failed asks that ended without a usable answer
 * @param maybeBilled calls that may have been billed but whose answer was lost
 * @param costUsd at list prices
 */
public record Totals(
    long made,
    long reused,
    long failed,
    long maybeBilled,
    long inputTokens,
    long outputTokens,
    long cachedInputTokens,
    BigDecimal costUsd) {
  public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);

  Totals plus(Totals other) {
    return new Totals(
        made + other.made,
        reused + other.reused,
        failed + other.failed,
        maybeBilled + other.maybeBilled,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        cachedInputTokens + other.cachedInputTokens,
        costUsd.add(other.costUsd));
  }

  static Totals reused(long asks) {
    return new Totals(0, asks, 0, 0, 0, 0, 0, BigDecimal.ZERO);
  }
}
