package io.quaestor.llm;

import io.quaestor.llm.CallOutcome.Auth;
import io.quaestor.llm.CallOutcome.Fault;
import io.quaestor.llm.CallOutcome.Retryable;
import io.quaestor.llm.CallOutcome.Terminal;
import java.util.Collections;
import java.util.Set;

/** What an error response means: which may pass, which never will. */
final class Faults {
  static final String UNAUTHORIZED = "unauthorized";
  static final String FORBIDDEN = "forbidden";
  static final String SPEND_LIMIT = "spend_limit";
  static final String RATE_LIMITED = "rate_limited";
  static final String OVERLOADED = "overloaded";
  static final String TIMEOUT = "timeout";
  static final String BAD_RESPONSE = "bad_response";

  /** Codes of 429s that last until somebody pays or the month ends. */
  private static final Set<String> SPENT =
      Set.of("enforced_spend_limit_reached", "contract_spend_limit_reached", "insufficient_quota");

  private Faults() {}

  static CallOutcome of(HttpAnswer answer) {
    ErrorBody body = ErrorBody.of(answer.body().utf8());
    boolean spent =
        !Collections.disjoint(body.codes(), SPENT)
            || (answer.status() == 400 && body.message().contains("API usage limits"));
    String id = answer.requestId() == null ? body.requestId() : answer.requestId();
    String words = body.words().isEmpty() ? "HTTP " + answer.status() : body.words();
    String code = spent ? SPEND_LIMIT : code(answer.status());
    Fault fault = new Fault(answer.status(), code, words, id, false);
    if (answer.status() == 401 || answer.status() == 402 || answer.status() == 403 || spent) {
      return new Auth(fault);
    }
    boolean again =
        mayPass(answer.status()) && !"false".equals(answer.headers().get("x-should-retry"));
    return again
        ? new Retryable(fault, RetryAfter.of(answer.headers(), answer.at()))
        : new Terminal(fault);
  }

  /** The account has sent too much: nobody may send for a while. */
  static boolean throttled(Fault fault) {
    return RATE_LIMITED.equals(fault.code());
  }

  /** The provider, or the way to it, has too much to do. */
  static boolean overloaded(Fault fault) {
    return OVERLOADED.equals(fault.code()) || TIMEOUT.equals(fault.code());
  }

  /** A success that cannot be read: it was billed, most likely. */
  static CallOutcome unreadable(HttpAnswer answer, String why) {
    return new Retryable(
        new Fault(answer.status(), BAD_RESPONSE, why, answer.requestId(), true), null);
  }

  private static boolean mayPass(int status) {
    return status == 408 || status == 409 || status == 429 || status >= 500;
  }

  private static String code(int status) {
    return switch (status) {
      case 401 -> UNAUTHORIZED;
      case 402 -> "billing";
      case 403 -> FORBIDDEN;
      case 404 -> "not_found";
      case 408 -> TIMEOUT;
      case 409 -> "conflict";
      case 413 -> "request_too_large";
      case 429 -> RATE_LIMITED;
      case 503, 529 -> OVERLOADED;
      default ->
          status >= 500 ? "server_error" : status >= 400 ? "bad_request" : "unexpected_status";
    };
  }
}
