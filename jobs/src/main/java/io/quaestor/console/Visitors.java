package io.quaestor.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The browsers that came, the oldest forgotten when there are too many. */
final class Visitors {
  private static final String COOKIE = "quaestor";
  private static final int SECRET_BYTES = 24;
  private static final int MOST = 1000;

  private final SecureRandom random = new SecureRandom();
  private final String token;
  private final String reviewer;
  private final Map<String, Visitor> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visitor> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param token that must be shown first, null for none
   * @param reviewer name of those who have not said theirs
   */
  Visitors(String token, String reviewer) {
    this.token = token;
    this.reviewer = reviewer;
  }

  /** Whether somebody has to show a token before they are known. */
  boolean needToken() {
    return token != null;
  }

  /** Who sent this; null when they are not known and have to show a token. */
  synchronized Visitor of(HttpServerExchange exchange) {
    Cookie cookie = exchange.getRequestCookie(COOKIE);
    Visitor visitor = cookie == null ? null : known.get(cookie.getValue());
    return visitor == null && token == null ? welcome(exchange) : visitor;
  }

  /** Lets somebody in who shows the right token. */
  boolean admit(HttpServerExchange exchange, String shown) {
    boolean right =
        MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    if (right) {
      welcome(exchange);
    }
    return right;
  }

  private synchronized Visitor welcome(HttpServerExchange exchange) {
    Visitor visitor = new Visitor(secret(), secret(), reviewer);
    known.put(visitor.id(), visitor);
    exchange.setResponseCookie(
        new CookieImpl(COOKIE, visitor.id())
            .setPath("/")
            .setHttpOnly(true)
            .setSameSite(true)
            .setSameSiteMode("Strict"));
    return visitor;
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
