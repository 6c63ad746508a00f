package io.quaestor.llm;

import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Set;

/** A schema as requests carry it, encoded once. */
final class WireSchema {
  private static final Set<String> REFUSED =
      Set.of(
          "$schema",
          "$id",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties");

  /** Maps from a name to a schema: their keys are names, not keywords. */
  private static final Set<String> NAMED = Set.of("properties", "$defs", "definitions");

  /** Values of the user's, not schemas. */
  private static final Set<String> VALUES = Set.of("enum", "const", "default", "examples");

  private final String text;
  private final RawValue whole;
  private final RawValue narrow;

  WireSchema(JsonNode schema) {
    text = schema.toString();
    whole = raw(text);
    narrow = raw(narrow(schema).toString());
  }

  private static RawValue raw(String json) {
    return new RawValue(new SerializedString(json));
  }

  /** Compact JSON. */
  String text() {
    return text;
  }

  /** As it is. */
  RawValue whole() {
    return whole;
  }

  /** Within what Anthropic compiles, see {@link #narrow(JsonNode)}. */
  RawValue narrow() {
    return narrow;
  }

  /**
   * Bounds that Anthropic would answer with a 400 are left to our own validation of the answer, and
   * objects are closed.
   */
  static JsonNode narrow(JsonNode schema) {
    if (schema instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(item -> copy.add(narrow(item)));
      return copy;
    }
    if (!(schema instanceof ObjectNode object)) {
      return schema;
    }
    ObjectNode copy = object.objectNode();
    object.properties().stream()
        .filter(e -> !REFUSED.contains(e.getKey()))
        .filter(e -> !"minItems".equals(e.getKey()) || e.getValue().asInt() <= 1)
        .forEach(e -> copy.set(e.getKey(), child(e.getKey(), e.getValue())));
    if ("object".equals(copy.path("type").asText())) {
      copy.put("additionalProperties", false);
    }
    return copy;
  }

  private static JsonNode child(String keyword, JsonNode value) {
    if (VALUES.contains(keyword)) {
      return value;
    }
    if (NAMED.contains(keyword) && value instanceof ObjectNode named) {
      ObjectNode copy = named.objectNode();
      named.properties().forEach(e -> copy.set(e.getKey(), narrow(e.getValue())));
      return copy;
    }
    return narrow(value);
  }
}
