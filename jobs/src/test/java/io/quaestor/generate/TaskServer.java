package io.quaestor.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers messages by what they ask for, as a script says; remembers what was asked. */
public final class TaskServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern REQUEST = Pattern.compile("<request>(.*?)</request>");

  /**
   * A message.
   *
   * @param request the machine-readable line
   * @param user all user text
   */
  public record Call(JsonNode request, String user) {
    public String task() {
      return request.path("task").asText();
    }

    public int count() {
      return request.path("count").asInt();
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  private TaskServer(HttpServer server) {
    this.server = server;
  }

  /**
   * @param script what to answer as JSON; null for status 500
   */
  public static TaskServer start(Function<Call, String> script) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    TaskServer tasks = new TaskServer(HttpServer.create(any, 0));
    tasks.server.createContext("/", exchange -> tasks.answer(exchange, script));
    tasks.server.setExecutor(tasks.threads);
    tasks.server.start();
    return tasks;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** How often a task was asked for. */
  public long asked(String task) {
    return calls.stream().filter(call -> call.task().equals(task)).count();
  }

  private void answer(HttpExchange exchange, Function<Call, String> script) throws IOException {
    try (exchange) {
      Call call = read(JSON.readTree(exchange.getRequestBody()));
      calls.add(call);
      String said = script.apply(call);
      byte[] body =
          said == null
              ? "{\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"down\"}}"
                  .getBytes(StandardCharsets.UTF_8)
              : JSON.writeValueAsBytes(message(said));
      exchange.getResponseHeaders().add("content-type", "application/json");
      exchange.sendResponseHeaders(said == null ? 500 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Call read(JsonNode body) throws IOException {
    StringBuilder user = new StringBuilder();
    for (JsonNode message : body.path("messages")) {
      JsonNode content = message.path("content");
      if (content.isTextual()) {
        user.append(content.asText());
      }
      content.forEach(part -> user.append(part.path("text").asText()).append('\n'));
    }
    Matcher request = REQUEST.matcher(user);
    JsonNode line = request.find() ? JSON.readTree(request.group(1)) : JSON.nullNode();
    return new Call(line, user.toString());
  }

  private static JsonNode message(String said) {
    return JSON.valueToTree(
        java.util.Map.of(
            "id", "msg_1",
            "type", "message",
            "role", "assistant",
            "model", "scripted",
            "stop_reason", "end_turn",
            "content", List.of(java.util.Map.of("type", "text", "text", said)),
            "usage", java.util.Map.of("input_tokens", 10, "output_tokens", 10)));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
