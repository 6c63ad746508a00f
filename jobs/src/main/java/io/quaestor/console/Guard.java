package io.quaestor.console;

import io.quaestor.connect.Endpoint;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;

/**
 * What every request must be like before anything is done for it: sent to our own name, by a
 * browser that is known, and when it changes something, from a form of ours. Every answer says what
 * a browser may do with it.
 */
final class Guard implements HttpHandler {
  static final AttachmentKey<Visitor> VISITOR = AttachmentKey.create(Visitor.class);
  static final String LOGIN = "/login";
  private static final Set<String> OPEN = Set.of(LOGIN, "/style.css");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action"
              + " 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private final Endpoint endpoint;
  private final Visitors visitors;
  private final HttpHandler next;

  Guard(Endpoint endpoint, Visitors visitors, HttpHandler next) {
    this.endpoint = endpoint;
    this.visitors = visitors;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HEADERS.forEach(
        (name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
    boolean changes = exchange.getRequestMethod().equals(Methods.POST);
    if (!isOurs(host)) {
      refuse(exchange, "This is not the name of the console; see the line it printed.");
    } else if (changes && !isFrom(exchange, host)) {
      refuse(exchange, "This form is not from the console.");
    } else if (!changes && !exchange.getRequestMethod().equals(Methods.GET)) {
      refuse(exchange, "Only GET and POST are served.");
    } else {
      admit(exchange);
    }
  }

  private void admit(HttpServerExchange exchange) throws Exception {
    Visitor visitor = visitors.of(exchange);
    if (visitor != null) {
      exchange.putAttachment(VISITOR, visitor);
    } else if (!OPEN.contains(exchange.getRequestPath())) {
      Answers.redirect(exchange, LOGIN);
      return;
    }
    next.handleRequest(exchange);
  }

  /**
   * A page of others that has got our address under its own name (DNS rebinding) names itself here.
   * Where others may come from elsewhere they have the token instead.
   */
  private boolean isOurs(String host) {
    if (host == null) {
      return false;
    }
    String port = ":" + endpoint.port();
    return !endpoint.isLocal()
        || host.equals(endpoint.authority())
        || Set.of("localhost" + port, "127.0.0.1" + port, "[::1]" + port).contains(host);
  }

  /** Browsers say where a form came from. */
  private static boolean isFrom(HttpServerExchange exchange, String host) {
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    return (origin == null || origin.equals("http://" + host) || origin.equals("https://" + host))
        && (site == null || site.equals("same-origin"));
  }

  /** Whether a form carries the secret of its visitor. */
  static boolean isSigned(Visitor visitor, String csrf) {
    return MessageDigest.isEqual(
        visitor.csrf().getBytes(StandardCharsets.UTF_8), csrf.getBytes(StandardCharsets.UTF_8));
  }

  static void refuse(HttpServerExchange exchange, String why) {
    exchange.setStatusCode(403);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8");
    exchange.getResponseSender().send(why + "\n");
  }
}
