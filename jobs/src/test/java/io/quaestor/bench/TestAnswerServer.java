package io.quaestor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestAnswerServer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMPLETIONS = "/v1/chat/completions";

  private final AnswerServer server = new AnswerServer();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersAsMistralDoesAndInTheSchema() throws Exception {
    HttpResponse<String> response = post(COMPLETIONS, "{}");
    JsonNode root = JSON.readTree(response.body());
    JsonNode choice = root.path("choices").path(0);
    JsonNode answer = JSON.readTree(choice.path("message").path("content").textValue());
    assertEquals(200, response.statusCode());
    assertEquals("application/json", response.headers().firstValue("content-type").orElseThrow());
    assertEquals("cmpl-1", root.path("id").textValue());
    assertEquals("stop", choice.path("finish_reason").textValue());
    assertEquals(1310, root.path("usage").path("total_tokens").intValue());
    assertEquals(
        Set.of(),
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Synthetic.SCHEMA)
            .validate(answer));
  }

  @Test
  void countsAnswersAndThoseGivenTwice() throws Exception {
    post(COMPLETIONS, "{\"a\":1}");
    post(COMPLETIONS, "{\"a\":2}");
    post(COMPLETIONS, "{\"a\":1}");
    assertEquals(new ServerStats(3, 3, 2, 1, 0, 0), stats());
  }

  @Test
  void aNewMeasurementCountsFromNothing() throws Exception {
    post(COMPLETIONS, "{\"a\":1}");
    assertEquals(200, post("/set?latency_ms=1&sigma=0&expected=10", "").statusCode());
    assertEquals(new ServerStats(0, 0, 0, 0, 0, 0), stats());
    assertEquals(
        "cmpl-1", JSON.readTree(post(COMPLETIONS, "{\"a\":1}").body()).path("id").asText());
    assertEquals(0, stats().repeated());
  }

  @Test
  void saysWhatItDoesNotKnow() throws Exception {
    assertEquals(404, post("/v1/messages", "{}").statusCode());
  }

  @Test
  void promptsAreOfTheirSizeAndAllDifferent() {
    byte[] first = Synthetic.body("bench-1", "1", 0);
    assertTrue(first.length > 4000 && first.length < 6000, "length " + first.length);
    assertTrue(Synthetic.ANSWER.getBytes(StandardCharsets.UTF_8).length > 550);
    assertTrue(Synthetic.ANSWER.getBytes(StandardCharsets.UTF_8).length < 750);
    assertEquals(
        2000,
        java.util.stream.LongStream.range(0, 1000)
            .boxed()
            .flatMap(n -> java.util.stream.Stream.of("1", "2").map(s -> Synthetic.prompt(s, n)))
            .distinct()
            .count());
  }

  private ServerStats stats() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(at("/stats")).build();
    return JSON.readValue(http.send(request, BodyHandlers.ofString()).body(), ServerStats.class);
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
