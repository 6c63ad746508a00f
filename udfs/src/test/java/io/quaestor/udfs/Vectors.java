package io.quaestor.udfs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Published and cross-checked values, from {@code vectors.json}. */
public final class Vectors {
  private Vectors() {}

  public static List<JsonNode> of(String statistic) {
    try (InputStream file = Vectors.class.getResourceAsStream("/vectors.json")) {
      JsonNode cases = new ObjectMapper().readTree(file).required(statistic);
      return StreamSupport.stream(cases.spliterator(), false).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null where the vector has null, the number otherwise. */
  public static Double number(JsonNode vector, String name) {
    JsonNode value = vector.required(name);
    return value.isNull() ? null : (Double) value.asDouble();
  }
}
