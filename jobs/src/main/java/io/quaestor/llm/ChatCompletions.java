package io.quaestor.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.llm.CallOutcome.Said;
import java.util.Map;
import java.util.regex.Pattern;

/** What Mistral and OpenAI-compatible servers have in common; each has its own request fields. */
final class ChatCompletions {
  /** What the name of a schema may not hold. */
  private static final Pattern NO_NAME = Pattern.compile("[^a-zA-Z0-9_-]");

  private ChatCompletions() {}

  static Map<String, String> bearer(String key) {
    return key == null ? Map.of() : Map.of("Authorization", "Bearer " + key);
  }

  /** Model, messages, temperature and answer format. */
  static ObjectNode body(WireAsk ask) {
    ObjectNode body = Json.object().put("model", ask.model().id());
    ArrayNode messages = body.putArray("messages");
    if (!ask.ask().system().isEmpty()) {
      messages.addObject().put("role", "system").put("content", ask.ask().system());
    }
    messages.addObject().put("role", "user").put("content", ask.wholeUser());
    if (ask.temperature() != null) {
      body.put("temperature", ask.temperature());
    }
    if (ask.schemaOnWire()) {
      ObjectNode format = body.putObject("response_format").put("type", "json_schema");
      ObjectNode schema = format.putObject("json_schema");
      schema.put("name", NO_NAME.matcher(ask.ask().schema()).replaceAll("_"));
      schema.put("strict", true).putRawValue("schema", ask.schema().whole());
    }
    return body;
  }

  static CallOutcome read(JsonNode root, HttpAnswer answer) {
    JsonNode choice = root.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject()) {
      return Faults.unreadable(answer, "The answer has no choices");
    }
    String text = text(message.path("content"));
    String refusal = Json.text(message, "refusal");
    Said said =
        new Said(
            refusal == null ? text : refusal,
            Json.text(root, "model"),
            usage(root.path("usage")),
            answer.requestId());
    String finish = choice.path("finish_reason").asText("");
    if (refusal != null) {
      return new CallOutcome.Refused(said, "refusal");
    }
    return switch (finish) {
      case "content_filter" -> new CallOutcome.Refused(said, finish);
      case "length", "model_length" -> new CallOutcome.Truncated(said, finish);
      case "error" -> Faults.unreadable(answer, "The model stopped with an error");
      default -> new CallOutcome.Answered(said);
    };
  }

  /** Content is a text, or a list of chunks of which the thinking ones are not the answer. */
  private static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText("");
    }
    StringBuilder texts = new StringBuilder();
    for (JsonNode chunk : content) {
      if ("text".equals(Json.text(chunk, "type"))) {
        texts.append(chunk.path("text").asText(""));
      }
    }
    return texts.toString();
  }

  private static Usage usage(JsonNode usage) {
    long prompt = Json.count(usage, "prompt_tokens");
    long cached =
        Math.min(prompt, Json.count(usage.path("prompt_tokens_details"), "cached_tokens"));
    return new Usage(prompt - cached, Json.count(usage, "completion_tokens"), cached, 0);
  }
}
