package io.quaestor.udfs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.udfs.ScoringVectors.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scoring rules against vectors: names and whole numbers exactly, scores within 1e-9.
 *
 * <p>An expected field that the rules do not give, or an unknown rubric, fails. An invalid
 * judgement is expected as {@code "verdict": null} or {@code "invalid"}, with {@code "invalid"} a
 * list of codes or true.
 */
class TestScoringVectors {
  private static final String DIRECTORY = "quaestor.vectors";
  private static final Path ROOT = Path.of(System.getProperty("quaestor.root", ".."));
  private static final double TOLERANCE = 1e-9;

  @Test
  void theProjectsOwnVectorsHold() {
    List<Vector> own = ScoringVectors.own();
    assertEquals(
        new TreeSet<>(List.of("candidate", "chunks_per_unit", "cosine", "v3", "v4")),
        own.stream().map(Vector::rubric).collect(Collectors.toCollection(TreeSet::new)));
    check(own);
  }

  @Test
  void sharedVectorsHoldWhereTheyAre() {
    Path shared = ROOT.resolve("../shared/reference/scoring-vectors.json");
    assumeTrue(Files.exists(shared));
    check(ScoringVectors.of(shared));
  }

  /** Every {@code *.json} of {@code -Dquaestor.vectors=DIR}, relative to the project's root. */
  @Test
  @EnabledIfSystemProperty(named = DIRECTORY, matches = ".*")
  void vectorsOfTheGivenDirectoryHold() {
    String directory = System.getProperty(DIRECTORY);
    require(!directory.isBlank(), "-D%s needs a directory".formatted(DIRECTORY));
    check(ScoringVectors.in(ROOT.resolve(directory)));
  }

  @Test
  void whatIsNotExpectedIsNoticed() throws JsonProcessingException {
    assertUnexpected(
        "{'total_score': 8.4000001}", "v3-x total_score ==> expected: <8.4000001> but was: <8.4>");
    assertUnexpected(
        "{'verdict': 'repair'}", "v3-x verdict ==> expected: <repair> but was: <keep>");
    assertUnexpected("{'verdict': null}", "v3-x verdict ==> expected: <null> but was: <keep>");
    assertUnexpected("{'invalid': true}", "v3-x invalid ==> expected: <true> but was: <false>");
    assertUnexpected("{'verdikt': 'keep'}", "v3-x expects an unknown field: verdikt");
    assertUnexpected("{}", "v3-x expects nothing");
  }

  @Test
  void anUnknownRubricIsNoticed() throws JsonProcessingException {
    Vector vector = new Vector("x", "v9", json("{}"), json("{}"));
    AssertionError unknown = assertThrows(AssertionError.class, () -> check(vector));
    assertEquals("x is of an unknown rubric: v9", unknown.getMessage());
  }

  @Test
  void aPartThatShouldNotBeThereIsNoticed() throws JsonProcessingException {
    JsonNode input =
        json(
            "{'schema_valid': true, 'self_review': {'clarity': 1, 'age_fit': 1, 'correctness': 1}}");
    JsonNode expected = json("{'parts': {'schema': 1, 'placeholder': 1, 'mode': 1}}");
    AssertionError unnamed =
        assertThrows(
            AssertionError.class, () -> check(new Vector("x", "candidate", input, expected)));
    assertEquals("x parts does not expect consistency", unnamed.getMessage());
  }

  @Test
  void aDirectoryWithoutVectorsIsNoticed(@TempDir Path empty) throws IOException {
    String message =
        assertThrows(AssertionError.class, () -> ScoringVectors.in(empty)).getMessage();
    assertEquals("There is no *.json with vectors in " + empty, message);
    Path none = empty.resolve("none");
    message = assertThrows(AssertionError.class, () -> ScoringVectors.in(none)).getMessage();
    assertEquals("There is no directory %s to read vectors from".formatted(none), message);
    Path hollow = Files.writeString(empty.resolve("a.json"), "[]");
    message = assertThrows(AssertionError.class, () -> ScoringVectors.in(empty)).getMessage();
    assertEquals("No vectors in %s: it has to be a JSON list".formatted(hollow), message);
  }

  private static void assertUnexpected(String expected, String message)
      throws JsonProcessingException {
    JsonNode input =
        json(
            "{'answerable_from_context': 1, 'has_single_clear_correct': 1, 'format_justified': 1,"
                + " 'distractors_plausible': 3, 'clarity': 3, 'difficulty_appropriate': 3}");
    Vector vector = new Vector("v3-x", "v3", input, json(expected));
    assertEquals(message, assertThrows(AssertionError.class, () -> check(vector)).getMessage());
  }

  private static void check(List<Vector> vectors) {
    assertAll(vectors.stream().map(vector -> () -> check(vector)));
  }

  private static void check(Vector vector) {
    Object got = ScoringRules.apply(vector);
    if (got instanceof Map<?, ?> fields) {
      require(!vector.expected().isEmpty(), vector.id() + " expects nothing");
      checkFields(vector.id(), vector.expected(), fields);
    } else {
      checkValue(vector.id(), vector.expected(), got);
    }
  }

  private static void checkFields(String label, JsonNode expected, Map<?, ?> got) {
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      String name = field.getKey();
      require(got.containsKey(name), "%s expects an unknown field: %s".formatted(label, name));
      checkValue(label + " " + name, field.getValue(), got.get(name));
    }
  }

  private static void checkValue(String label, JsonNode expected, Object got) {
    if (got instanceof Double score && expected.isNumber()) {
      assertEquals(expected.asDouble(), score, TOLERANCE, label);
    } else if (got instanceof Map<?, ?> fields) {
      checkFields(label, expected, fields);
      fields.forEach(
          (name, value) ->
              require(
                  value == null || expected.has(name.toString()),
                  "%s does not expect %s".formatted(label, name)));
    } else if (got instanceof List<?> codes && expected.isBoolean()) {
      assertEquals(expected.asBoolean(), !codes.isEmpty(), label);
    } else if (!(got == null && expected.asText().equals("invalid"))) {
      assertEquals(plain(expected), got, label);
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

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
