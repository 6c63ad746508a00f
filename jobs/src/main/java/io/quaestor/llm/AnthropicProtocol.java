package io.quaestor.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.ProviderConf;
import io.quaestor.llm.CallOutcome.Said;
import java.util.LinkedHashMap;
import java.util.Map;

/** Anthropic Messages. */
final class AnthropicProtocol implements Protocol {
  static final AnthropicProtocol INSTANCE = new AnthropicProtocol();

  /** The first version that refuses any temperature, its default too. */
  private static final String WITHOUT_TEMPERATURE = "2026-10-21";

  private AnthropicProtocol() {}

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public Map<String, String> headers(ProviderConf provider, String key) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("anthropic-version", provider.version());
    if (key != null) {
      headers.put("x-api-key", key);
    }
    return headers;
  }

  @Override
  public boolean takesTemperature(ProviderConf provider) {
    return provider.version().compareTo(WITHOUT_TEMPERATURE) < 0;
  }

  @Override
  public ObjectNode body(WireAsk ask) {
    ObjectNode body = Json.object().put("model", ask.model().id());
    body.put("max_tokens", ask.ask().maxTokens());
    if (!ask.ask().system().isEmpty()) {
      body.put("system", ask.ask().system());
    }
    if (ask.temperature() != null) {
      body.put("temperature", ask.temperature());
    }
    ArrayNode content =
        body.putArray("messages").addObject().put("role", "user").putArray("content");
    if (!ask.ask().prefix().isEmpty()) {
      ObjectNode prefix = text(content, ask.ask().prefix());
      if (ask.cachePrefix()) {
        prefix.putObject("cache_control").put("type", "ephemeral");
      }
    }
    text(content, ask.user());
    if (ask.schemaOnWire()) {
      body.putObject("output_config")
          .putObject("format")
          .put("type", "json_schema")
          .putRawValue("schema", ask.schema().narrow());
    }
    return body;
  }

  private static ObjectNode text(ArrayNode content, String text) {
    return content.addObject().put("type", "text").put("text", text);
  }

  @Override
  public CallOutcome read(JsonNode root, HttpAnswer answer) {
    if (!root.path("content").isArray()) {
      return Faults.unreadable(answer, "The answer has no content");
    }
    Said said =
        new Said(
            texts(root.path("content")),
            Json.text(root, "model"),
            usage(root.path("usage")),
            answer.requestId());
    String stop = root.path("stop_reason").asText("");
    return switch (stop) {
      case "refusal" -> new CallOutcome.Refused(said, refusal(root.path("stop_details")));
      case "max_tokens", "model_context_window_exceeded" -> new CallOutcome.Truncated(said, stop);
      default -> new CallOutcome.Answered(said);
    };
  }

  private static String texts(JsonNode content) {
    StringBuilder texts = new StringBuilder();
    for (JsonNode block : content) {
      if ("text".equals(Json.text(block, "type"))) {
        texts.append(block.path("text").asText(""));
      }
    }
    return texts.toString();
  }

  private static Usage usage(JsonNode usage) {
    return new Usage(
        Json.count(usage, "input_tokens"),
        Json.count(usage, "output_tokens"),
        Json.count(usage, "cache_read_input_tokens"),
        Json.count(usage, "cache_creation_input_tokens"));
  }

  private static String refusal(JsonNode details) {
    String category = Json.text(details, "category");
    return category == null ? "refusal" : "refusal: " + category;
  }
}
