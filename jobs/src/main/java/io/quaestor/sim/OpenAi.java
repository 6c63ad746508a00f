package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** OpenAI chat completions; lenient about unknown fields unless the model is OpenAI's own. */
final class OpenAi implements Protocol {
  private static final Pattern MODELS = Pattern.compile("(gpt|chatgpt|o\\d).*");
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "messages",
          "max_tokens",
          "max_completion_tokens",
          "temperature",
          "top_p",
          "n",
          "stop",
          "seed",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "response_format",
          "reasoning_effort",
          "service_tier",
          "store",
          "prompt_cache_key",
          "stream",
          "stream_options",
          "presence_penalty",
          "frequency_penalty",
          "logit_bias",
          "logprobs",
          "top_logprobs",
          "user",
          "metadata",
          "modalities",
          "prediction",
          "verbosity",
          "safety_identifier");

  static boolean strict(String model) {
    return MODELS.matcher(model).matches();
  }

  @Override
  public Incoming accept(UnaryOperator<String> header, JsonNode body) throws Problem {
    for (String field : Bodies.names(body)) {
      if (strict(body.path("model").asText()) && !FIELDS.contains(field)) {
        throw Problem.invalid(field, "Unrecognized request argument supplied: " + field);
      }
    }
    Problem missing = Completions.missing(body);
    if (missing != null) {
      throw missing;
    }
    return Completions.accept(body, "seed");
  }

  @Override
  public JsonNode reply(Incoming call, Said said, Instant now) {
    ObjectNode reply = Json.object().put("id", "chatcmpl-" + Desk.hex(call));
    reply.setAll(Completions.reply(call, said, now));
    reply.putNull("system_fingerprint");
    ObjectNode message = Completions.message(reply).putNull("refusal");
    if (said.stop() == Said.Stop.REFUSAL) {
      message.putNull("content").put("refusal", said.text());
    }
    ((ObjectNode) reply.path("usage"))
        .putObject("completion_tokens_details")
        .put("reasoning_tokens", 0);
    return reply;
  }

  @Override
  public JsonNode error(Problem problem, String requestId) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error").put("message", problem.getMessage());
    error.put("type", type(problem.status())).put("param", problem.field());
    error.put(
        "code",
        switch (problem.status()) {
          case 401 -> "invalid_api_key";
          case 429 -> "rate_limit_exceeded";
          default -> null;
        });
    return body;
  }

  @Override
  public Map<String, String> headers(Gate.Pass pass, String requestId, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-request-id", requestId);
    limit(headers, "requests", pass.requests());
    limit(headers, "tokens", pass.inputTokens());
    return headers;
  }

  @Override
  public int overloaded() {
    return 503;
  }

  private static String type(int status) {
    return status == 429 ? "tokens" : status >= 500 ? "server_error" : "invalid_request_error";
  }

  private static void limit(Map<String, String> headers, String name, Bucket.Level level) {
    if (level != null) {
      headers.put("x-ratelimit-limit-" + name, String.valueOf(level.limit()));
      headers.put("x-ratelimit-remaining-" + name, String.valueOf(level.remaining()));
      headers.put("x-ratelimit-reset-" + name, Math.round(level.fullInSeconds() * 1000) + "ms");
    }
  }
}
