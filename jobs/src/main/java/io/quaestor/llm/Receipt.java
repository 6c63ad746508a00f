package io.quaestor.llm;

import java.math.BigDecimal;

/**
 * What came of an ask, without its text: the reply itself is in the journal.
 *
 * @param status as in {@link Reply}, or {@code not_sent}: nothing was paid and nothing journaled
 * @param errorCode null when ok; {@code provider_refused} when not sent
 * @param message why the provider refused; null when sent
 * @param attempts calls made
 * @param inputTokens billed uncached input, all attempts
 * @param costUsd at the configured list prices, all attempts
 * @param maybeBilled attempts that may have been billed but whose answer was lost
 */
public record Receipt(
    String askId,
    String status,
    String errorCode,
    String message,
    int attempts,
    long inputTokens,
    long outputTokens,
    long cachedInputTokens,
    long cacheWriteTokens,
    BigDecimal costUsd,
    int maybeBilled) {
  public static final String NOT_SENT = "not_sent";
  public static final String PROVIDER_REFUSED = "provider_refused";

  static Receipt of(Reply reply) {
    return new Receipt(
        reply.askId(),
        reply.status(),
        reply.errorCode(),
        null,
        reply.attempts(),
        reply.inputTokens(),
        reply.outputTokens(),
        reply.cachedInputTokens(),
        reply.cacheWriteTokens(),
        reply.costUsd(),
        reply.maybeBilled());
  }

  static Receipt notSent(String askId, String message) {
    return new Receipt(
        askId, NOT_SENT, PROVIDER_REFUSED, message, 0, 0, 0, 0, 0, BigDecimal.ZERO, 0);
  }
}
