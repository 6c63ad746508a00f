package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Mistral chat completions: unknown fields are refused. */
final class Mistral implements Protocol {
  private static final Pattern MODELS =
      Pattern.compile("(open-)?(mistral|ministral|magistral|mixtral|codestral|devstral|pixtral).*");
  private static final Set<String> OWN_FIELDS = Set.of("random_seed", "safe_prompt", "prompt_mode");
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "messages",
          "temperature",
          "top_p",
          "max_tokens",
          "stream",
          "stop",
          "random_seed",
          "n",
          "response_format",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "presence_penalty",
          "frequency_penalty",
          "prediction",
          "reasoning_effort",
          "prompt_mode",
          "guardrails",
          "prompt_cache_key",
          "service_tier",
          "safe_prompt",
          "metadata");
  private static final Set<String> MESSAGE_FIELDS =
      Set.of("role", "content", "tool_calls", "tool_call_id", "prefix");

  /** By model id, else by a field that only Mistral has. */
  static boolean isMeant(JsonNode body) {
    String model = body.path("model").asText();
    return MODELS.matcher(model).matches()
        || (!OpenAi.strict(model) && OWN_FIELDS.stream().anyMatch(body::has));
  }

  @Override
  public Incoming accept(UnaryOperator<String> header, JsonNode body) throws Problem {
    known(body, FIELDS);
    for (JsonNode message : body.path("messages")) {
      known(message, MESSAGE_FIELDS);
    }
    Problem missing = Completions.missing(body);
    if (missing != null) {
      throw new Problem(422, missing.field(), missing.getMessage());
    }
    return Completions.accept(body, "random_seed");
  }

  @Override
  public JsonNode reply(Incoming call, Said said, Instant now) {
    ObjectNode reply = Json.object().put("id", Desk.hex(call));
    reply.setAll(Completions.reply(call, said, now));
    Completions.message(reply).putNull("tool_calls");
    return reply;
  }

  @Override
  public JsonNode error(Problem problem, String requestId) {
    return switch (problem.status()) {
      case 401 -> Json.object().put("detail", "Unauthorized");
      case 422 -> unprocessable(problem);
      case 429 -> plain("rate_limited", problem).put("code", "1300").put("raw_status_code", 429);
      case 400, 404 -> plain("invalid_request_error", problem).putNull("code");
      default -> plain("server_error", problem).putNull("code");
    };
  }

  @Override
  public Map<String, String> headers(Gate.Pass pass, String requestId, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("mistral-correlation-id", requestId);
    limit(headers, "req-minute", pass.requests());
    limit(headers, "tokens-minute", pass.inputTokens());
    if (pass.inputTokens() != null) {
      headers.put("x-ratelimit-tokens-query-cost", String.valueOf(pass.inputCost()));
    }
    return headers;
  }

  @Override
  public int overloaded() {
    return 503;
  }

  private static void known(JsonNode object, Set<String> fields) throws Problem {
    for (String field : Bodies.names(object)) {
      if (!fields.contains(field)) {
        throw new Problem(422, field, "Extra inputs are not permitted");
      }
    }
  }

  private static ObjectNode plain(String type, Problem problem) {
    return Json.object()
        .put("object", "error")
        .put("message", problem.getMessage())
        .put("type", type)
        .putNull("param");
  }

  private static ObjectNode unprocessable(Problem problem) {
    boolean extra = problem.getMessage().startsWith("Extra inputs");
    ObjectNode error = plain("invalid_request_error", problem).putNull("code");
    ObjectNode detail = error.putObject("message").putArray("detail").addObject();
    detail.put("type", extra ? "extra_forbidden" : "missing").put("msg", problem.getMessage());
    detail.putArray("loc").add("body").add(problem.field());
    return error;
  }

  private static void limit(Map<String, String> headers, String name, Bucket.Level level) {
    if (level != null) {
      headers.put("x-ratelimit-limit-" + name, String.valueOf(level.limit()));
      headers.put("x-ratelimit-remaining-" + name, String.valueOf(level.remaining()));
    }
  }
}
