package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Anthropic Messages. */
final class Anthropic implements Protocol {
  private static final Map<String, String> DATED =
      Map.of(
          "claude-haiku-4-5", "claude-haiku-4-5-20251001",
          "claude-sonnet-4-5", "claude-sonnet-4-5-20250929");
  private static final Map<Integer, String> TYPES =
      Map.of(
          400, "invalid_request_error",
          401, "authentication_error",
          404, "not_found_error",
          413, "request_too_large",
          429, "rate_limit_error",
          529, "overloaded_error");

  @Override
  public Incoming accept(UnaryOperator<String> header, JsonNode body) throws Problem {
    return AnthropicRules.accept(header.apply("anthropic-version"), body);
  }

  @Override
  public JsonNode reply(Incoming call, Said said, Instant now) {
    ObjectNode message = Json.object();
    message.put("id", "msg_" + Desk.hex(call));
    message.put("type", "message").put("role", "assistant");
    message.put("model", DATED.getOrDefault(call.model(), call.model()));
    var content = message.putArray("content");
    if (said.stop() != Said.Stop.REFUSAL && !said.text().isEmpty()) {
      content.addObject().put("type", "text").put("text", said.text()).putNull("citations");
    }
    message.put("stop_reason", stop(said.stop())).putNull("stop_sequence");
    if (said.stop() == Said.Stop.REFUSAL) {
      message
          .putObject("stop_details")
          .put("type", "refusal")
          .putNull("category")
          .put("explanation", said.text());
    } else {
      message.putNull("stop_details");
    }
    message.set("usage", usage(said));
    return message;
  }

  @Override
  public JsonNode error(Problem problem, String requestId) {
    ObjectNode error = Json.object().put("type", "error");
    error
        .putObject("error")
        .put("type", TYPES.getOrDefault(problem.status(), "api_error"))
        .put("message", problem.getMessage());
    return error.put("request_id", requestId);
  }

  @Override
  public Map<String, String> headers(Gate.Pass pass, String requestId, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("request-id", requestId);
    limit(headers, "requests", pass.requests(), 1, now);
    limit(headers, "input-tokens", pass.inputTokens(), 1000, now);
    return headers;
  }

  @Override
  public int overloaded() {
    return 529;
  }

  private static void limit(
      Map<String, String> headers, String name, Bucket.Level level, long rounding, Instant now) {
    if (level != null) {
      String prefix = "anthropic-ratelimit-" + name + "-";
      long remaining = Math.round(level.remaining() / (double) rounding) * rounding;
      Duration full = Duration.ofMillis(Math.round(level.fullInSeconds() * 1000));
      headers.put(prefix + "limit", String.valueOf(level.limit()));
      headers.put(prefix + "remaining", String.valueOf(remaining));
      headers.put(prefix + "reset", now.plus(full).truncatedTo(ChronoUnit.SECONDS).toString());
    }
  }

  private static String stop(Said.Stop stop) {
    return switch (stop) {
      case END -> "end_turn";
      case LENGTH -> "max_tokens";
      case REFUSAL -> "refusal";
    };
  }

  private static ObjectNode usage(Said said) {
    ObjectNode usage = Json.object();
    usage.put("input_tokens", said.inputTokens());
    usage.put("cache_creation_input_tokens", 0).put("cache_read_input_tokens", 0);
    usage
        .putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", 0)
        .put("ephemeral_1h_input_tokens", 0);
    usage.put("output_tokens", said.outputTokens());
    usage.putNull("server_tool_use").put("service_tier", "standard");
    return usage;
  }
}
