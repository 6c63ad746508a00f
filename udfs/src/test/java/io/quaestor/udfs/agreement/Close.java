package io.quaestor.udfs.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.quaestor.udfs.Vectors;

/** Compares within a vector's own tolerance, relative above 1. */
final class Close {
  private Close() {}

  static void to(JsonNode vector, String name, Double got) {
    String label = vector.required("id").asText() + " " + name;
    Double expected = Vectors.number(vector, name);
    if (expected == null) {
      assertNull(got, label);
      return;
    }
    double tolerance = vector.required("tolerance").asDouble();
    assertEquals(expected, got, tolerance * Math.max(1, Math.abs(expected)), label);
  }
}
