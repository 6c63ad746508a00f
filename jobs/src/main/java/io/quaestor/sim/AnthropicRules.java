package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Anthropic Messages takes and what it answers with a 400. */
final class AnthropicRules {
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "max_tokens",
          "messages",
          "system",
          "temperature",
          "top_p",
          "top_k",
          "stop_sequences",
          "stream",
          "metadata",
          "service_tier",
          "speed",
          "inference_geo",
          "tools",
          "tool_choice",
          "thinking",
          "output_config",
          "cache_control",
          "container");
  private static final List<String> SAMPLING = List.of("temperature", "top_p", "top_k");
  private static final String NO_SAMPLING_SINCE = "2026-10-21";
  private static final Set<String> UNSUPPORTED =
      Set.of("minimum", "maximum", "multipleOf", "minLength", "maxLength");
  private static final Pattern GENERATION =
      Pattern.compile("claude-[a-z]+-(\\d+)(?:-(\\d{1,2}))?(?:-\\d{8})?");
  private static final int NO_PREFILL_SINCE = 406;
  private static final int DEFAULT_SAMPLING_SINCE = 407;

  private AnthropicRules() {}

  static Incoming accept(String version, JsonNode body) throws Problem {
    if (version == null || !version.matches("\\d{4}-\\d\\d-\\d\\d")) {
      throw Problem.invalid(null, "anthropic-version: header is required");
    }
    for (String field : Bodies.names(body)) {
      reject(!FIELDS.contains(field), field + ": Extra inputs are not permitted");
    }
    reject(!body.path("model").isTextual(), "model: Field required");
    reject(!body.path("max_tokens").canConvertToInt(), "max_tokens: Field required");
    reject(body.path("max_tokens").asInt() < 0, "max_tokens: must be at least 0");
    reject(body.path("stream").asBoolean(), "stream: the offline provider does not stream");
    messages(body);
    sampling(version, body);
    JsonNode schema = body.path("output_config").path("format").path("schema");
    schema(schema);
    List<String> parts = new ArrayList<>();
    Bodies.texts(body.path("system"), parts);
    String user = Bodies.user(body.path("messages"), parts);
    parts.add(schema.toString());
    return new Incoming(
        body.path("model").asText(),
        parts,
        user,
        schema.isMissingNode() ? null : schema,
        body.path("max_tokens").asInt(),
        null);
  }

  private static void messages(JsonNode body) throws Problem {
    JsonNode messages = body.path("messages");
    reject(!messages.isArray() || messages.isEmpty(), "messages: Field required");
    boolean prefill = messages.get(messages.size() - 1).path("role").asText().equals("assistant");
    reject(
        prefill && generation(body) >= NO_PREFILL_SINCE,
        "This model does not support assistant message prefill. The conversation must end with a"
            + " user message.");
  }

  private static void sampling(String version, JsonNode body) throws Problem {
    for (String field : SAMPLING) {
      boolean given = body.hasNonNull(field);
      reject(
          given && version.compareTo(NO_SAMPLING_SINCE) >= 0,
          field + ": not supported in anthropic-version " + version);
      reject(
          given && generation(body) >= DEFAULT_SAMPLING_SINCE && body.path(field).asDouble() != 1,
          field + ": only the default value is supported by this model");
    }
    double temperature = body.path("temperature").asDouble(1);
    reject(temperature < 0 || temperature > 1, "temperature: range: 0..1");
  }

  /** 4.5 is 405; unknown names are old. */
  private static int generation(JsonNode body) {
    Matcher m = GENERATION.matcher(body.path("model").asText());
    if (!m.matches()) {
      return 0;
    }
    int minor = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
    return 100 * Integer.parseInt(m.group(1)) + minor;
  }

  private static void schema(JsonNode schema) throws Problem {
    boolean open =
        !schema.path("additionalProperties").isBoolean()
            || schema.path("additionalProperties").asBoolean();
    reject(
        schema.path("type").asText().equals("object") && open,
        "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly"
            + " set to false");
    for (String keyword : Bodies.names(schema)) {
      reject(
          UNSUPPORTED.contains(keyword) && schema.has("type"),
          "output_config.format.schema: '" + keyword + "' is not supported");
    }
    reject(
        schema.path("minItems").asInt() > 1,
        "output_config.format.schema: 'minItems' above 1 is not supported");
    for (JsonNode property : schema.path("properties")) {
      schema(property);
    }
    if (schema.has("items")) {
      schema(schema.path("items"));
    }
  }

  private static void reject(boolean wrong, String message) throws Problem {
    if (wrong) {
      throw Problem.invalid(null, message);
    }
  }
}
