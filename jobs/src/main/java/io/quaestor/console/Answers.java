package io.quaestor.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Deque;

/** What a request says and what it is answered. */
final class Answers {
  private Answers() {}

  static void html(HttpServerExchange exchange, String page) {
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=utf-8");
    exchange.getResponseSender().send(page);
  }

  /**
   * @param path of ours; anything else leads to the first page
   */
  static void redirect(HttpServerExchange exchange, String path) {
    boolean ours = path != null && path.matches("/(?![/\\\\]).*") && !path.matches(".*[\\r\\n].*");
    exchange.setStatusCode(303);
    exchange.getResponseHeaders().put(Headers.LOCATION, ours ? path : "/");
  }

  /** A parameter of the address, null when it is not there or blank. */
  static String query(HttpServerExchange exchange, String name) {
    Deque<String> values = exchange.getQueryParameters().get(name);
    String value = values == null ? null : values.peekFirst();
    return value == null || value.isBlank() ? null : value.strip();
  }
}
