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

/** Cases of scoring rules and of statistics: what goes in, and what has to come out. */
final class VectorFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> KINDS = List.of("rubric", "statistic");
  private static final double TOLERANCE = 1e-9;

  private VectorFiles() {}

  /**
   * @param kind the rubric or the statistic
   * @param params how to compute it; missing for most
   * @param expected an object of fields, or one number
   * @param tolerance of numbers, relative above 1
   */
  record Vector(
      String id,
      String kind,
      JsonNode input,
      JsonNode params,
      JsonNode expected,
      double tolerance) {

    static Vector of(String kind, JsonNode node) {
      return new Vector(
          node.required("id").asText(),
          kind,
          node.required("input"),
          node.path("params"),
          node.required("expected"),
          node.path("tolerance").asDouble(TOLERANCE));
    }
  }

  /** The project's own, in a resource such as {@code scoring.json}: an object of lists by kind. */
  static List<Vector> own(String resource) {
    try (InputStream file = VectorFiles.class.getResourceAsStream("/" + resource)) {
      List<Vector> vectors = new ArrayList<>();
      JSON.readTree(file)
          .properties()
          .forEach(
              kind -> kind.getValue().forEach(node -> vectors.add(Vector.of(kind.getKey(), node))));
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of objects that each name their rubric, or their statistic; or a published table. */
  static List<Vector> of(Path file) {
    try {
      JsonNode list = JSON.readTree(Files.readString(file));
      if (PublishedTable.isOne(list)) {
        return PublishedTable.vectors(list);
      }
      if (!list.isArray() || list.isEmpty()) {
        throw new AssertionError("No vectors in %s: it has to be a JSON list".formatted(file));
      }
      List<Vector> vectors = new ArrayList<>();
      list.forEach(node -> vectors.add(Vector.of(kind(file, node), node)));
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

  private static String kind(Path file, JsonNode node) {
    return KINDS.stream()
        .filter(node::has)
        .map(name -> node.get(name).asText())
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "A vector of %s names neither a rubric nor a statistic: %s"
                        .formatted(file, node)));
  }
}
