package io.quaestor.udfs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cases of the scoring rules: what goes in, and what has to come out. */
final class ScoringVectors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScoringVectors() {}

  /**
   * @param expected an object of fields, or one number
   */
  record Vector(String id, String rubric, JsonNode input, JsonNode expected) {}

  /** The project's own, in {@code scoring.json}: an object of lists by rubric. */
  static List<Vector> own() {
    try (InputStream file = ScoringVectors.class.getResourceAsStream("/scoring.json")) {
      List<Vector> vectors = new ArrayList<>();
      JSON.readTree(file)
          .properties()
          .forEach(
              rubric ->
                  rubric.getValue().forEach(node -> vectors.add(vector(rubric.getKey(), node))));
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of objects that each name their rubric. */
  static List<Vector> of(Path file) {
    try {
      JsonNode list = JSON.readTree(Files.readString(file));
      if (!list.isArray() || list.isEmpty()) {
        throw new AssertionError("No vectors in %s: it has to be a JSON list".formatted(file));
      }
      List<Vector> vectors = new ArrayList<>();
      list.forEach(node -> vectors.add(vector(node.required("rubric").asText(), node)));
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of every {@code *.json} in a directory. */
  static List<Vector> in(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new AssertionError(
          "There is no directory %s to read vectors from".formatted(directory));
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Vector> vectors =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .flatMap(file -> of(file).stream())
              .toList();
      if (vectors.isEmpty()) {
        throw new AssertionError("There is no *.json with vectors in %s".formatted(directory));
      }
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vector vector(String rubric, JsonNode node) {
    return new Vector(
        node.required("id").asText(), rubric, node.required("input"), node.required("expected"));
  }
}
