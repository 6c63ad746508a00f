package io.quaestor.udfs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.udfs.VectorFiles.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scoring rules and the statistics against vectors: names and whole numbers exactly, other
 * numbers within the vector's tolerance.
 *
 * <p>An expected field that is not given, an unknown rubric or statistic fails. An invalid
 * judgement is expected as {@code "verdict": null} or {@code "invalid"}, with {@code "invalid"} a
 * list of codes or true; an undefined figure as null, {@code "undefined": true} or both.
 */
class TestVectors {
  private static final String DIRECTORY = "quaestor.vectors";
  private static final Path ROOT = Path.of(System.getProperty("quaestor.root", ".."));

  @Test
  void theProjectsOwnVectorsHold() {
    List<Vector> scoring = VectorFiles.own("scoring.json");
    assertEquals(
        new TreeSet<>(List.of("candidate", "chunks_per_unit", "cosine", "v3", "v4")),
        scoring.stream().map(Vector::kind).collect(Collectors.toCollection(TreeSet::new)));
    check(scoring);
    check(VectorFiles.own("agreement.json"));
  }

  @Test
  void sharedVectorsHoldWhereTheyAre() {
    Path shared = ROOT.resolve("../shared/reference");
    assumeTrue(Files.isDirectory(shared));
    check(VectorFiles.in(shared));
  }

  /** Every {@code *.json} of {@code -Dquaestor.vectors=DIR}, relative to the project's root. */
  @Test
  @EnabledIfSystemProperty(named = DIRECTORY, matches = ".*")
  void vectorsOfTheGivenDirectoryHold() {
    String directory = System.getProperty(DIRECTORY);
    require(!directory.isBlank(), "-D%s needs a directory".formatted(DIRECTORY));
    check(VectorFiles.in(ROOT.resolve(directory)));
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
    Vector vector = vector("x", "v9", json("{}"), "{}");
    AssertionError unknown = assertThrows(AssertionError.class, () -> check(vector));
    assertEquals("x is of an unknown rubric or statistic: v9", unknown.getMessage());
  }

  @Test
  void anUndefinedFigureIsNoZero() throws JsonProcessingException {
    Vector vector =
        vector(
            "x", "pabak", json("{'table': [[0, 0], [0, 0]]}"), "{'value': 0, 'undefined': true}");
    AssertionError undefined = assertThrows(AssertionError.class, () -> check(vector));
    assertEquals("x value ==> expected: <0> but was: <null>", undefined.getMessage());
  }

  @Test
  void aVectorOfNoKindIsNoticed(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("a.json"), "[{\"id\":\"x\"}]");
    String message = assertThrows(AssertionError.class, () -> VectorFiles.of(file)).getMessage();
    assertEquals(
        "A vector of %s names neither a rubric nor a statistic: {\"id\":\"x\"}".formatted(file),
        message);
  }

  @Test
  void aPartThatShouldNotBeThereIsNoticed() throws JsonProcessingException {
    JsonNode input =
        json(
            "{'schema_valid': true, 'self_review': {'clarity': 1, 'age_fit': 1, 'correctness': 1}}");
    Vector vector =
        vector("x", "candidate", input, "{'parts': {'schema': 1, 'placeholder': 1, 'mode': 1}}");
    AssertionError unnamed = assertThrows(AssertionError.class, () -> check(vector));
    assertEquals("x parts does not expect consistency", unnamed.getMessage());
  }

  @Test
  void aDirectoryWithoutVectorsIsNoticed(@TempDir Path empty) throws IOException {
    String message = assertThrows(AssertionError.class, () -> VectorFiles.in(empty)).getMessage();
    assertEquals("There is no *.json with vectors in " + empty, message);
    Path none = empty.resolve("none");
    message = assertThrows(AssertionError.class, () -> VectorFiles.in(none)).getMessage();
    assertEquals("There is no directory %s to read vectors from".formatted(none), message);
    Path hollow = Files.writeString(empty.resolve("a.json"), "[]");
    message = assertThrows(AssertionError.class, () -> VectorFiles.in(empty)).getMessage();
    assertEquals("No vectors in %s: it has to be a JSON list".formatted(hollow), message);
  }

  private static void assertUnexpected(String expected, String message)
      throws JsonProcessingException {
    JsonNode input =
        json(
            "{'answerable_from_context': 1, 'has_single_clear_correct': 1, 'format_justified': 1,"
                + " 'distractors_plausible': 3, 'clarity': 3, 'difficulty_appropriate': 3}");
    Vector vector = vector("v3-x", "v3", input, expected);
    assertEquals(message, assertThrows(AssertionError.class, () -> check(vector)).getMessage());
  }

  private static void check(List<Vector> vectors) {
    assertAll(vectors.stream().map(vector -> () -> check(vector)));
  }

  private static void check(Vector vector) {
    new VectorCheck(vector).against(Rules.apply(vector));
  }

  private static Vector vector(String id, String kind, JsonNode input, String expected)
      throws JsonProcessingException {
    return new Vector(id, kind, input, json("{}"), json(expected), 1e-9);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
