package io.quaestor.udfs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.udfs.VectorFiles.Vector;
import java.util.List;
import java.util.Map;

/** Whether what we give is what a vector expects. */
final class VectorCheck {
  private final Vector vector;

  VectorCheck(Vector vector) {
    this.vector = vector;
  }

  void against(Object got) {
    if (got instanceof Map<?, ?> fields) {
      require(!vector.expected().isEmpty(), vector.id() + " expects nothing");
      checkFields(vector.id(), vector.expected(), fields);
    } else {
      checkValue(vector.id(), vector.expected(), got);
    }
  }

  private void checkFields(String label, JsonNode expected, Map<?, ?> got) {
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      String name = field.getKey();
      require(got.containsKey(name), "%s expects an unknown field: %s".formatted(label, name));
      checkValue(label + " " + name, field.getValue(), got.get(name));
    }
  }

  private void checkValue(String label, JsonNode expected, Object got) {
    if (got instanceof Double number && !number.isInfinite() && expected.isNumber()) {
      double slack = vector.tolerance() * Math.max(1, Math.abs(expected.asDouble()));
      assertEquals(expected.asDouble(), number, slack, label);
    } else if (got instanceof Double number && number.isInfinite()) {
      require(expected.isNull() || expected.asText().equals("Infinity"), label + " is infinite");
    } else if (got instanceof Map<?, ?> fields) {
      checkFields(label, expected, fields);
      fields.forEach(
          (name, value) ->
              require(
                  value == null || expected.has(name.toString()),
                  "%s does not expect %s".formatted(label, name)));
    } else if (got instanceof List<?> list) {
      checkList(label, expected, list);
    } else if (!(got == null && expected.asText().equals("invalid"))) {
      assertEquals(plain(expected), got, label);
    }
  }

  private void checkList(String label, JsonNode expected, List<?> got) {
    if (expected.isBoolean()) {
      assertEquals(expected.asBoolean(), !got.isEmpty(), label);
    } else if (got.stream().allMatch(each -> each instanceof String)) {
      assertEquals(plain(expected), got, label);
    } else {
      assertEquals(expected.size(), got.size(), label);
      for (int i = 0; i < got.size(); i++) {
        checkValue("%s %d".formatted(label, i), expected.get(i), got.get(i));
      }
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static Object plain(JsonNode node) {
    return new ObjectMapper().convertValue(node, Object.class);
  }
}
