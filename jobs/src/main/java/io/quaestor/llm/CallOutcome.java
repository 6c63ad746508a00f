package io.quaestor.llm;

import java.time.Duration;

/** What came of one call, in the terms of no provider. */
sealed interface CallOutcome {

  /** The model answered and stopped by itself. */
  record Answered(Said said) implements CallOutcome {}

  /** The model or its guard declined. */
  record Refused(Said said, String reason) implements CallOutcome {}

  /** The answer was cut at a token limit. */
  record Truncated(Said said, String reason) implements CallOutcome {}

  /**
   * Another try may help.
   *
   * @param retryAfter the earliest the provider wants to hear from us again, null when it named
   *     none
   */
  record Retryable(Fault fault, Duration retryAfter) implements CallOutcome {}

  /** No other try of this ask can help. */
  record Terminal(Fault fault) implements CallOutcome {}

  /** The provider does not serve this account (key, permission, money): no other ask can help. */
  record Auth(Fault fault) implements CallOutcome {}

  /**
   * @param text never null, may be empty
   * @param model the id the provider reported, may be null
   * @param requestId may be null
   */
  record Said(String text, String model, Usage usage, String requestId) {}

  /**
   * @param httpStatus null when no answer was received
   * @param code our stable code
   * @param message in the provider's or the network's words, bounded
   * @param maybeBilled the request was sent in full but its answer was lost
   */
  record Fault(
      Integer httpStatus, String code, String message, String requestId, boolean maybeBilled) {

    static Fault network(String code, String message, boolean maybeBilled) {
      return new Fault(null, code, message, null, maybeBilled);
    }

    /** The same, should the message quote the key. */
    Fault without(String key) {
      String clean = message.replace(key, "***");
      return new Fault(httpStatus, code, clean, requestId, maybeBilled);
    }

    String words() {
      return httpStatus + " " + message;
    }
  }
}
