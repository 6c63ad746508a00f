package io.quaestor.console;

import io.quaestor.review.Filter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The part of an address behind the question mark. */
final class Queries {
  private Queries() {}

  /** The filter that {@link QueueView#query} wrote. */
  static Filter filter(String query) {
    Map<String, String> parts = new HashMap<>();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
      }
    }
    return new Filter(
        parts.get("state"),
        parts.get("unit"),
        parts.get("pipeline"),
        parts.get("type"),
        parts.get("difficulty"),
        parts.get("q"));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
