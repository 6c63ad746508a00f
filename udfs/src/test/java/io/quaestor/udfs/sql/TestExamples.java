package io.quaestor.udfs.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestExamples {
  static Stream<String> functions() {
    return Catalogue.all().stream().map(Definition::name);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyExampleResultsInWhatItSays(String name) {
    for (SqlFunction.Example example : documentation(name).examples()) {
      for (Sql.Mode mode : Sql.Mode.values()) {
        assertEquals(
            example.result(),
            mode.run(() -> Sql.print("SELECT " + example.sql())),
            example.sql() + " " + mode);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyArgumentIsDocumentedInOrder(String name) {
    List<String> documented =
        Stream.of(documentation(name).arguments()).map(line -> line.split(" - ", 2)[0]).toList();
    assertEquals(Catalogue.get(name).arguments().stream().map(Argument::name).toList(), documented);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void describeSaysHowToCallItAndGivesAnExample(String name) {
    String text = String.join("\n", describe("DESCRIBE FUNCTION EXTENDED " + name));
    SqlFunction.Example[] examples = documentation(name).examples();
    assertTrue(text.contains("Usage: " + name + "("), text);
    assertTrue(text.contains("Arguments:"), text);
    assertTrue(text.contains("Since: "), text);
    assertFalse(examples.length == 0);
    for (SqlFunction.Example example : examples) {
      assertTrue(text.contains("> SELECT " + example.sql() + ";"), text);
      assertTrue(text.contains(example.result()), text);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theUsersFunctionsIncludeIt(String name) {
    assertTrue(describe("SHOW USER FUNCTIONS").contains(name));
  }

  private static List<String> describe(String statement) {
    return Sql.SPARK.sql(statement).collectAsList().stream()
        .map((Row row) -> row.getString(0))
        .toList();
  }

  private static SqlFunction documentation(String name) {
    return Catalogue.get(name).documentation();
  }
}
