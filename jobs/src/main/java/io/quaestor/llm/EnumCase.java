package io.quaestor.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * Spells enum values as the schema does: providers may answer them in other capitals even where
 * they guarantee the schema.
 */
final class EnumCase {
  private static final List<String> BRANCHES = List.of("anyOf", "oneOf", "allOf");

  private final JsonNode root;

  private EnumCase(JsonNode root) {
    this.root = root;
  }

  /** A copy of the value, equal but for the capitals of enum values. */
  static JsonNode likeSchema(JsonNode value, JsonNode schema) {
    return new EnumCase(schema).respell(value.deepCopy(), schema);
  }

  private JsonNode respell(JsonNode value, JsonNode schema) {
    JsonNode result = value;
    if (schema.path("$ref").asText().startsWith("#")) {
      result = respell(result, root.at(schema.get("$ref").asText().substring(1)));
    }
    for (String branch : BRANCHES) {
      for (JsonNode alternative : schema.path(branch)) {
        result = respell(result, alternative);
      }
    }
    if (result instanceof ObjectNode object) {
      for (var property : schema.path("properties").properties()) {
        if (object.has(property.getKey())) {
          object.set(
              property.getKey(), respell(object.get(property.getKey()), property.getValue()));
        }
      }
    } else if (result instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, respell(array.get(i), schema.path("items")));
      }
    }
    return result.isTextual() ? spelled(result, schema.path("enum")) : result;
  }

  private static JsonNode spelled(JsonNode value, JsonNode spellings) {
    JsonNode like = value;
    for (JsonNode spelling : spellings) {
      if (spelling.equals(value)) {
        return value;
      }
      if (spelling.isTextual() && spelling.textValue().equalsIgnoreCase(value.textValue())) {
        like = TextNode.valueOf(spelling.textValue());
      }
    }
    return like;
  }
}
