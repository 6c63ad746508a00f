package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What Mistral and OpenAI-compatible chat completions have in common. */
final class Completions {
  private static final int UNBOUNDED = 65_536;

  private Completions() {}

  static Incoming accept(JsonNode body, String seed) {
    List<String> parts = new ArrayList<>();
    String user = Bodies.user(body.path("messages"), parts);
    JsonNode schema = body.path("response_format").path("json_schema").path("schema");
    parts.add(schema.toString());
    JsonNode most = body.path("max_completion_tokens");
    return new Incoming(
        body.path("model").asText(),
        parts,
        user,
        schema.isObject() ? schema : null,
        most.asInt(body.path("max_tokens").asInt(UNBOUNDED)),
        body.hasNonNull(seed) ? Long.valueOf(body.path(seed).asLong()) : null);
  }

  /** The first thing that every one of them asks for and that is missing, else null. */
  static Problem missing(JsonNode body) {
    if (!body.path("model").isTextual()) {
      return Problem.invalid("model", "you must provide a model parameter");
    }
    if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
      return Problem.invalid("messages", "messages: at least one message is required");
    }
    if (body.path("stream").asBoolean()) {
      return Problem.invalid("stream", "stream: the offline provider does not stream");
    }
    return null;
  }

  static ObjectNode reply(Incoming call, Said said, Instant now) {
    ObjectNode reply = Json.object();
    reply.put("object", "chat.completion").put("created", now.getEpochSecond());
    reply.put("model", call.model());
    ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", said.text());
    choice.put("finish_reason", said.stop() == Said.Stop.LENGTH ? "length" : "stop");
    ObjectNode usage = reply.putObject("usage");
    usage.put("prompt_tokens", said.inputTokens());
    usage.put("completion_tokens", said.outputTokens());
    usage.put("total_tokens", said.inputTokens() + said.outputTokens());
    usage.putObject("prompt_tokens_details").put("cached_tokens", 0);
    return reply;
  }

  static ObjectNode message(ObjectNode reply) {
    return (ObjectNode) reply.path("choices").path(0).path("message");
  }
}
