package io.quaestor.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.connect.Endpoint;
import io.undertow.Undertow;
import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Requests as browsers and pages of others send them, to a server that answers all it lets in. */
class TestGuard {
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder().followRedirects(false).build();
  private static final String TOKEN = "0123456789abcdef";

  @Test
  void pagesOfOthersCannotSendFormsOrReadUnderTheirOwnName() throws IOException {
    try (Served served = new Served(null)) {
      String own = served.endpoint.webUrl();
      assertEquals(200, code(served.get().build()));
      assertEquals(403, code(served.get().header("Host", "evil.example").build()));
      assertEquals(200, code(served.post().build()));
      assertEquals(200, code(served.post().header("Origin", own).build()));
      assertEquals(403, code(served.post().header("Origin", "http://evil.example").build()));
      assertEquals(403, code(served.post().header("Origin", "null").build()));
      assertEquals(403, code(served.post().header("Sec-Fetch-Site", "cross-site").build()));
      assertEquals(403, code(served.get().method("DELETE", null).build()));
    }
  }

  @Test
  void everyAnswerSaysWhatABrowserMayDoWithIt() throws IOException {
    try (Served served = new Served(null);
        Response answer = CLIENT.newCall(served.get().build()).execute()) {
      String policy = answer.header("Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'; style-src 'self'; script-src 'self'"));
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
      String cookie = answer.header("Set-Cookie");
      assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    }
  }

  @Test
  void withATokenNobodyComesInWithoutShowingIt() throws IOException {
    try (Served served = new Served(TOKEN);
        Response answer = CLIENT.newCall(served.get().build()).execute()) {
      assertEquals(303, answer.code());
      assertEquals("/login", answer.header("Location"));
      assertEquals(303, code(served.get().header("Cookie", "quaestor=guessed").build()));
    }
  }

  private static int code(Request request) throws IOException {
    try (Response response = CLIENT.newCall(request).execute()) {
      return response.code();
    }
  }

  private static final class Served implements AutoCloseable {
    private final Endpoint endpoint;
    private final Undertow server;

    Served(String token) {
      this.endpoint = Endpoint.of("127.0.0.1", 0, name -> token);
      this.server =
          Undertow.builder()
              .addHttpListener(endpoint.port(), "127.0.0.1")
              .setIoThreads(1)
              .setWorkerThreads(1)
              .setHandler(
                  new Guard(
                      endpoint,
                      new Visitors(token, "anna"),
                      exchange -> exchange.getResponseSender().send("in")))
              .build();
      server.start();
    }

    Request.Builder get() {
      return new Request.Builder().url(endpoint.webUrl() + "/");
    }

    Request.Builder post() {
      return get().post(new FormBody.Builder().add("a", "b").build());
    }

    @Override
    public void close() {
      server.stop();
    }
  }
}
