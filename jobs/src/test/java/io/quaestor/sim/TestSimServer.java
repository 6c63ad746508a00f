package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.JobException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestSimServer {
  private final SimServer server = SimServer.start(Client.CONF, SimOptions.defaults());
  private final Client client = new Client(server);

  @AfterEach
  void close() {
    server.close();
  }

  private static String problem(HttpResponse<String> response, String pointer) {
    return Json.read(response.body()).at(pointer).asText();
  }

  @Test
  void anthropicMessagesHaveTextUsageAndRequestId() throws Exception {
    HttpResponse<String> response = client.messages(Client.anthropic());
    assertEquals(200, response.statusCode(), response.body());
    JsonNode message = Json.read(response.body());
    assertEquals("claude-haiku-4-5-20251001", message.at("/model").asText());
    assertEquals("end_turn", message.at("/stop_reason").asText());
    assertEquals(5, Json.read(message.at("/content/0/text").asText()).at("/questions").size());
    assertTrue(message.at("/usage/input_tokens").asInt() > 500);
    assertTrue(message.at("/usage/output_tokens").asInt() > 200);
    assertTrue(response.headers().firstValue("request-id").orElse("").startsWith("req_"));
    assertFalse(response.headers().map().containsKey("anthropic-ratelimit-requests-limit"));
  }

  @Test
  void theSameRequestGetsTheSameAnswerFromAnotherServer() throws Exception {
    try (SimServer other = SimServer.start(Client.CONF, SimOptions.defaults())) {
      String first = client.messages(Client.anthropic()).body();
      assertEquals(first, client.messages(Client.anthropic()).body());
      assertEquals(first, new Client(other).messages(Client.anthropic()).body());
    }
  }

  @Test
  void theAnswerStopsAtTheOutputLimit() throws Exception {
    ObjectNode body = Client.anthropic().put("max_tokens", 20);
    JsonNode message = Json.read(client.messages(body).body());
    assertEquals("max_tokens", message.at("/stop_reason").asText());
    assertEquals(20, message.at("/usage/output_tokens").asInt());
  }

  @Test
  void structuredOutputHasTheSchemasShapeAndOpenObjectsAreRefused() throws Exception {
    ObjectNode body = Client.anthropic();
    ObjectNode schema =
        body.putObject("output_config")
            .putObject("format")
            .put("type", "json_schema")
            .putObject("schema");
    schema.put("type", "object").putArray("required").add("extra");
    schema.putObject("properties").putObject("extra").put("type", "integer");
    HttpResponse<String> refused = client.messages(body);
    assertEquals(400, refused.statusCode());
    assertTrue(problem(refused, "/error/message").contains("additionalProperties"));
    schema.put("additionalProperties", false);
    JsonNode message = Json.read(client.messages(body).body());
    assertEquals("{\"extra\":0}", message.at("/content/0/text").asText());
  }

  @Test
  void anthropicRefusesWhatTheRealOneRefuses() throws Exception {
    ObjectNode warm = Client.anthropic().put("temperature", 0.0);
    assertEquals(200, client.messages(warm).statusCode());
    HttpResponse<String> newer =
        client.post("/v1/messages", warm, "anthropic-version", "2026-10-21");
    assertEquals(400, newer.statusCode());
    assertEquals("invalid_request_error", problem(newer, "/error/type"));
    assertTrue(problem(newer, "/request_id").startsWith("req_"));
    assertEquals(
        400, client.messages(warm.deepCopy().put("model", "claude-sonnet-5-5")).statusCode());
    assertEquals(400, client.post("/v1/messages", Client.anthropic()).statusCode());
    ObjectNode unbounded = Client.anthropic();
    unbounded.remove("max_tokens");
    assertEquals(
        "max_tokens: Field required", problem(client.messages(unbounded), "/error/message"));
    assertEquals(400, client.messages(Client.anthropic().put("seed", 1)).statusCode());
    assertEquals(
        404,
        client
            .post("/v1/nothing", Client.anthropic(), "anthropic-version", "2023-06-01")
            .statusCode());
  }

  @Test
  void tokensAreCountedWithoutAnAnswer() throws Exception {
    ObjectNode body = Client.anthropic();
    body.remove("max_tokens");
    HttpResponse<String> count =
        client.post("/v1/messages/count_tokens", body, "anthropic-version", "2023-06-01");
    JsonNode message = Json.read(client.messages(Client.anthropic()).body());
    assertEquals(message.at("/usage/input_tokens"), Json.read(count.body()).at("/input_tokens"));
  }

  @Test
  void mistralAnswersAndForbidsExtraFields() throws Exception {
    ObjectNode body = Client.completion("mistral-large-latest").put("random_seed", 5);
    JsonNode reply = Json.read(client.completions(body).body());
    assertEquals("chat.completion", reply.at("/object").asText());
    assertEquals("stop", reply.at("/choices/0/finish_reason").asText());
    assertTrue(reply.at("/usage/total_tokens").asInt() > 0);
    HttpResponse<String> refused = client.completions(body.put("seed", 5));
    assertEquals(422, refused.statusCode());
    assertEquals("extra_forbidden", problem(refused, "/message/detail/0/type"));
    assertEquals("seed", problem(refused, "/message/detail/0/loc/1"));
  }

  @Test
  void openAiAnswersAndNamesWhatItDoesNotKnow() throws Exception {
    ObjectNode body = Client.completion("gpt-5").put("seed", 5);
    JsonNode reply = Json.read(client.completions(body).body());
    assertTrue(reply.at("/id").asText().startsWith("chatcmpl-"));
    assertTrue(reply.at("/choices/0/message/refusal").isNull());
    HttpResponse<String> refused = client.completions(body.put("random_seed", 5));
    assertEquals(400, refused.statusCode());
    assertEquals("random_seed", problem(refused, "/error/param"));
    ObjectNode local = Client.completion("qwen3").put("seed", 5).put("keep_alive", 3);
    assertEquals(200, client.completions(local).statusCode());
  }

  @Test
  void anotherSeedGetsAnotherAnswer() throws Exception {
    ObjectNode body = Client.completion("mistral-large-latest");
    JsonNode one = Json.read(client.completions(body.put("random_seed", 1)).body());
    JsonNode two = Json.read(client.completions(body.put("random_seed", 2)).body());
    assertFalse(one.at("/choices").equals(two.at("/choices")));
  }

  @Test
  void brokenJsonIsABadRequest() throws Exception {
    HttpResponse<String> response =
        client.post(
            "/v1/messages",
            Json.MAPPER.getNodeFactory().textNode("{"),
            "anthropic-version",
            "2023-06-01");
    assertEquals(400, response.statusCode());
  }

  @Test
  void countsTellAnswersFromErrors() throws Exception {
    client.messages(Client.anthropic());
    client.completions(Client.completion("mistral-large-latest"));
    client.completions(Client.completion("mistral-large-latest").put("x", 1));
    JsonNode stats = client.get("/stats");
    assertEquals(3, stats.at("/received").asInt());
    assertEquals(2, stats.at("/answered").asInt());
    assertEquals(1, stats.at("/answeredByModel/claude-haiku-4-5").asInt());
    assertEquals(1, stats.at("/errors/http_422").asInt());
    assertEquals(2, server.stats().answered());
  }

  @Test
  void aTakenPortIsNamed() {
    int port = Integer.parseInt(server.url().substring(server.url().lastIndexOf(':') + 1));
    JobException e =
        assertThrows(
            JobException.class,
            () -> SimServer.start(Client.CONF, SimOptions.defaults().withPort(port)));
    assertTrue(e.getMessage().contains(String.valueOf(port)), e.getMessage());
    assertEquals(List.of("port_in_use"), List.of(e.code()));
  }
}
