package io.quaestor.llm;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;
import okio.ByteString;

/** JSON in memory; numbers keep every digit. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final ObjectReader WHOLE =
      MAPPER.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The value, or null when the text is not exactly one JSON value. */
  static JsonNode parse(String text) {
    try {
      return present(WHOLE.readTree(text));
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** The same for a text in UTF-8. */
  static JsonNode parse(ByteString utf8) {
    try {
      return present(WHOLE.readTree(utf8.toByteArray()));
    } catch (IOException e) {
      return null;
    }
  }

  private static JsonNode present(JsonNode node) {
    return node == null || node.isMissingNode() ? null : node;
  }

  static byte[] bytes(JsonNode node) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(MAPPER.getFactory()._getBufferRecycler());
        JsonGenerator to = MAPPER.getFactory().createGenerator(bytes)) {
      write(node, to);
      to.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("A tree is always JSON", e);
    }
  }

  private static void write(JsonNode node, JsonGenerator to) throws IOException {
    if (node instanceof ObjectNode object) {
      to.writeStartObject();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        to.writeFieldName(field.getKey());
        write(field.getValue(), to);
      }
      to.writeEndObject();
    } else if (node instanceof ArrayNode array) {
      to.writeStartArray();
      for (JsonNode element : array) {
        write(element, to);
      }
      to.writeEndArray();
    } else if (node instanceof TextNode text) {
      JsonText.write(to, text.textValue());
    } else {
      ((BaseJsonNode) node).serialize(to, null);
    }
  }

  /** A text, or null when the field is missing or no text. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.textValue() : null;
  }

  /** A count, 0 when the field is missing, no number or negative. */
  static long count(JsonNode node, String field) {
    return Math.max(0, node.path(field).asLong(0));
  }
}
