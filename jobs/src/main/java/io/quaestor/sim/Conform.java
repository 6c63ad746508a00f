package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Structured output: a value in the shape of a schema, the smallest where nothing is said. */
final class Conform {
  private Conform() {}

  static JsonNode to(JsonNode schema, JsonNode value) {
    return switch (type(schema)) {
      case "object" -> object(schema, value);
      case "array" -> array(schema, value);
      case "boolean" -> Json.MAPPER.getNodeFactory().booleanNode(value.asBoolean(true));
      case "integer" -> Json.MAPPER.getNodeFactory().numberNode(value.asLong());
      case "number" -> Json.MAPPER.getNodeFactory().numberNode(value.asDouble());
      case "string" -> string(schema, value);
      default -> value;
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText(schema.has("enum") ? "string" : "");
  }

  private static JsonNode object(JsonNode schema, JsonNode value) {
    ObjectNode made = Json.object();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (value.has(property.getKey()) || required(schema, property.getKey())) {
        made.set(property.getKey(), to(property.getValue(), value.path(property.getKey())));
      }
    }
    if (schema.path("additionalProperties").asBoolean(!schema.has("properties"))) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        made.putIfAbsent(field.getKey(), field.getValue());
      }
    }
    return made;
  }

  private static boolean required(JsonNode schema, String name) {
    return Json.texts(schema.path("required")).contains(name);
  }

  private static JsonNode array(JsonNode schema, JsonNode value) {
    ArrayNode made = Json.MAPPER.createArrayNode();
    value.forEach(v -> made.add(to(schema.path("items"), v)));
    return made;
  }

  private static JsonNode string(JsonNode schema, JsonNode value) {
    JsonNode choices = schema.path("enum");
    for (JsonNode choice : choices) {
      if (choice.equals(value)) {
        return value;
      }
    }
    return choices.isEmpty()
        ? Json.MAPPER.getNodeFactory().textNode(value.asText(""))
        : choices.get(0);
  }
}
