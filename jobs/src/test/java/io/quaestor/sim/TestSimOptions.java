package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quaestor.sim.SimOptions.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestSimOptions {
  private static final SimOptions PLAIN = SimOptions.defaults();

  private static SimServer start(SimOptions options) {
    return SimServer.start(Client.CONF, options);
  }

  private static SimServer failing(Fault fault) {
    return start(PLAIN.withFaults(Map.of(fault, 1.0)));
  }

  @Test
  void withoutAKeyItIsA401InEachProvidersShape() throws Exception {
    try (SimServer server = start(PLAIN.withKey(null))) {
      Client client = new Client(server);
      HttpResponse<String> messages =
          client.post("/v1/messages", Client.anthropic(), "anthropic-version", "2023-06-01");
      HttpResponse<String> mistral =
          client.post("/v1/chat/completions", Client.completion("mistral-large-latest"));
      HttpResponse<String> openAi = client.post("/v1/chat/completions", Client.completion("gpt-5"));
      assertEquals(401, messages.statusCode());
      assertEquals("authentication_error", Json.read(messages.body()).at("/error/type").asText());
      assertEquals("{\"detail\":\"Unauthorized\"}", mistral.body());
      assertEquals("invalid_api_key", Json.read(openAi.body()).at("/error/code").asText());
      assertEquals(200, client.messages(Client.anthropic()).statusCode());
      assertEquals(200, client.completions(Client.completion("gpt-5")).statusCode());
    }
  }

  @Test
  void onlyTheAcceptedKeyIsLetIn() throws Exception {
    try (SimServer server = start(PLAIN.withKey("right"))) {
      assertEquals(401, new Client(server).messages(Client.anthropic()).statusCode());
    }
  }

  @Test
  void requestsAboveTheLimitGetA429WithRetryAfter() throws Exception {
    try (SimServer server = start(PLAIN.withLimits(new Limits(3L, null, 60)))) {
      Client client = new Client(server);
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> fine = client.messages(Client.anthropic());
        assertEquals(200, fine.statusCode());
        assertEquals(
            String.valueOf(2 - i),
            fine.headers().firstValue("anthropic-ratelimit-requests-remaining").orElse(""));
      }
      HttpResponse<String> limited = client.messages(Client.anthropic());
      assertEquals(429, limited.statusCode());
      assertEquals("rate_limit_error", Json.read(limited.body()).at("/error/type").asText());
      long retryAfter = limited.headers().firstValueAsLong("retry-after").orElse(-1);
      assertTrue(retryAfter > 10 && retryAfter <= 20, "retry-after " + retryAfter);
      assertEquals(200, client.completions(Client.completion("gpt-5")).statusCode());
    }
  }

  @Test
  void inputTokensAreLimitedToo() throws Exception {
    try (SimServer server = start(PLAIN.withLimits(new Limits(null, 1000L, 60)))) {
      Client client = new Client(server);
      JsonNode body = Client.completion("mistral-large-latest");
      HttpResponse<String> first = client.post("/v1/chat/completions", body);
      assertEquals(200, first.statusCode());
      assertEquals(
          Json.read(first.body()).at("/usage/prompt_tokens").asText(),
          first.headers().firstValue("x-ratelimit-tokens-query-cost").orElse(""));
      assertEquals(429, client.post("/v1/chat/completions", body).statusCode());
    }
  }

  @Test
  void serverErrorsComeInTheProvidersShape() throws Exception {
    try (SimServer server = failing(Fault.HTTP_529)) {
      HttpResponse<String> response = new Client(server).messages(Client.anthropic());
      assertEquals(529, response.statusCode());
      assertEquals("overloaded_error", Json.read(response.body()).at("/error/type").asText());
      assertEquals(503, new Client(server).completions(Client.completion("gpt-5")).statusCode());
    }
    try (SimServer server = failing(Fault.HTML_502)) {
      HttpResponse<String> response = new Client(server).messages(Client.anthropic());
      assertEquals(502, response.statusCode());
      assertTrue(response.body().startsWith("<html>"));
    }
    try (SimServer server = failing(Fault.HTTP_429)) {
      HttpResponse<String> response = new Client(server).messages(Client.anthropic());
      assertEquals(1, response.headers().firstValueAsLong("retry-after").orElse(-1));
    }
  }

  @Test
  void brokenConnectionsAreNotCountedAsAnswers() {
    for (Fault fault : new Fault[] {Fault.RESET, Fault.CUT_BODY}) {
      try (SimServer server = failing(fault)) {
        Client client = new Client(server);
        assertThrows(IOException.class, () -> client.messages(Client.anthropic()));
        assertEquals(0, server.stats().answered());
        assertTrue(server.stats().errors().get(fault.key()) >= 1);
      }
    }
  }

  @Test
  void aHugeBodyIsWhollySent() throws Exception {
    try (SimServer server = failing(Fault.HUGE_BODY)) {
      String body = new Client(server).messages(Client.anthropic()).body();
      assertTrue(body.length() > 50_000_000, "only " + body.length());
      assertEquals(0, server.stats().answered());
    }
  }

  @Test
  void aHangingCallGetsNothing() {
    try (SimServer server = failing(Fault.HANG)) {
      Client client = new Client(server, Duration.ofMillis(300));
      assertThrows(HttpTimeoutException.class, () -> client.messages(Client.anthropic()));
      assertEquals(Map.of("hang", 1L), server.stats().errors());
    }
  }

  @Test
  void badAnswersAreBilledLikeGoodOnes() throws Exception {
    try (SimServer server = failing(Fault.TRUNCATED)) {
      JsonNode message = Json.read(new Client(server).messages(Client.anthropic()).body());
      assertEquals("max_tokens", message.at("/stop_reason").asText());
    }
    try (SimServer server = failing(Fault.REFUSAL)) {
      JsonNode message = Json.read(new Client(server).messages(Client.anthropic()).body());
      assertEquals("refusal", message.at("/stop_reason").asText());
      assertTrue(message.at("/usage/output_tokens").asInt() > 0);
      assertEquals(1, server.stats().answered());
    }
    try (SimServer server = failing(Fault.MALFORMED)) {
      JsonNode message = Json.read(new Client(server).messages(Client.anthropic()).body());
      assertEquals(Json.object(), Json.read(message.at("/content/0/text").asText()));
    }
  }

  @Test
  void aRepeatedRequestDrawsItsFaultAnew() throws Exception {
    try (SimServer server = start(PLAIN.withFaults(Map.of(Fault.HTTP_500, 0.5)))) {
      Client client = new Client(server);
      int failed = 0;
      for (int i = 0; i < 40; i++) {
        failed += client.messages(Client.anthropic()).statusCode() == 500 ? 1 : 0;
      }
      assertTrue(failed > 8 && failed < 32, failed + " of 40");
      assertEquals(40 - failed, server.stats().answered());
    }
  }

  @Test
  void anAnswerTakesItsTime() throws Exception {
    try (SimServer server = start(PLAIN.withLatency(150, 0))) {
      Client client = new Client(server);
      client.get("/stats");
      long start = System.nanoTime();
      client.messages(Client.anthropic());
      assertTrue(System.nanoTime() - start >= 150_000_000L);
    }
  }
}
