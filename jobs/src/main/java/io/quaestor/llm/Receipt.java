package io.quaestor.llm;

/**
 * What came of an ask; the reply itself is in the journal.
 *
 * @param status as in {@link Reply}, or {@code not_sent}: nothing was paid and nothing journaled,
 *     or {@code kept}: another attempt of the task had the answer
 * @param errorCode null when ok; {@code provider_refused | budget | deadline | abandoned} when not
 *     sent
 * @param message why it was not sent; null when it was
 */
public record Receipt(String askId, String status, String errorCode, String message) {
  public static final String NOT_SENT = "not_sent";
  public static final String KEPT = "kept";

  static Receipt of(Reply reply) {
    return new Receipt(reply.askId(), reply.status(), reply.errorCode(), null);
  }

  static Receipt notSent(String askId, Stop stop) {
    return new Receipt(askId, NOT_SENT, stop.code(), stop.message());
  }

  static Receipt kept(String askId) {
    return new Receipt(askId, KEPT, null, null);
  }
}
