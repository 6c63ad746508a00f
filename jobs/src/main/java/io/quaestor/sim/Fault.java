package io.quaestor.sim;

import java.util.Locale;

/** What can go wrong with a request that is itself in order. */
public enum Fault {
  /** Too many requests, with a Retry-After of one second. */
  HTTP_429,
  HTTP_500,
  /** Overloaded; 503 where the protocol knows no 529. */
  HTTP_529,
  /** A gateway's HTML page with status 502. */
  HTML_502,
  /** The connection is reset instead of an answer. */
  RESET,
  /** The connection ends in the middle of the body. */
  CUT_BODY,
  /** The answer stops half way, as at the output limit. */
  TRUNCATED,
  /** The answer's text is no JSON. */
  MALFORMED,
  /** The model declines. */
  REFUSAL,
  /** The connection stays open and nothing comes. */
  HANG,
  /** A success whose body is 50 MB long. */
  HUGE_BODY;

  /** Whether no usable answer reaches the client. */
  boolean breaksAnswer() {
    return this == RESET || this == CUT_BODY || this == HANG || this == HUGE_BODY;
  }

  /** Its name on the command line and in counts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
