package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Sends what a test says and nothing else. */
final class Client {
  static final SimConf CONF = new SimConf(7, 0, Map.of("wrong_key", 0.2, "grammar", 0.2), Map.of());
  static final String USER =
      Prompts.message(
          Prompts.generate("mcq_single", "beginner", 3), Prompts.passages(Lessons.FRENCH), "");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final Duration timeout;

  Client(SimServer server) {
    this(server, Duration.ofMinutes(1));
  }

  Client(SimServer server, Duration timeout) {
    this.url = server.url();
    this.timeout = timeout;
  }

  static ObjectNode anthropic() {
    ObjectNode body = Json.object().put("model", "claude-haiku-4-5").put("max_tokens", 4096);
    body.putArray("messages").addObject().put("role", "user").put("content", USER);
    return body;
  }

  static ObjectNode completion(String model) {
    ObjectNode body = Json.object().put("model", model);
    body.putArray("messages").addObject().put("role", "user").put("content", USER);
    return body;
  }

  HttpResponse<String> messages(ObjectNode body) throws IOException, InterruptedException {
    return post("/v1/messages", body, "anthropic-version", "2023-06-01", "x-api-key", "k");
  }

  HttpResponse<String> completions(ObjectNode body) throws IOException, InterruptedException {
    return post("/v1/chat/completions", body, "authorization", "Bearer k");
  }

  HttpResponse<String> post(String path, JsonNode body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(timeout)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    return Json.read(http.send(request, BodyHandlers.ofString()).body());
  }
}
