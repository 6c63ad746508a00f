package io.quaestor.llm;

import java.time.Duration;
import java.util.Locale;
import okhttp3.Headers;

/**
 * What a provider says of its limits with each answer: an account that others use too may be closer
 * to them than we know. Understands {@code anthropic-ratelimit-*-{limit,remaining}} and {@code
 * x-ratelimit-{limit,remaining}-*}.
 */
final class RateHeaders {
  private static final String ANTHROPIC = "anthropic-ratelimit-";
  private static final String OTHERS = "x-ratelimit-";

  private RateHeaders() {}

  /**
   * How long to send nothing, so that the next call finds room; zero when there is some.
   *
   * @param inputTokens what a call needs
   */
  static Duration hold(Headers headers, long inputTokens) {
    Duration longest = Duration.ZERO;
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i).toLowerCase(Locale.ROOT);
      if (name.contains("remaining") && (name.startsWith(ANTHROPIC) || name.startsWith(OTHERS))) {
        Duration hold = hold(headers, name, headers.value(i), inputTokens);
        longest = hold.compareTo(longest) > 0 ? hold : longest;
      }
    }
    return longest;
  }

  private static Duration hold(Headers headers, String name, String value, long inputTokens) {
    boolean tokens = name.contains("token");
    boolean output = name.contains("output");
    long needed = tokens ? output ? 1 : Math.max(1, inputTokens) : 1;
    long remaining = number(value, Long.MAX_VALUE);
    if (remaining >= needed) {
      return Duration.ZERO;
    }
    long perMinute = number(headers.get(name.replace("remaining", "limit")), 0);
    return perMinute <= 0
        ? Duration.ZERO
        : Duration.ofMinutes(1).multipliedBy(needed - remaining).dividedBy(perMinute);
  }

  private static long number(String text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      return Math.max(0, Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
