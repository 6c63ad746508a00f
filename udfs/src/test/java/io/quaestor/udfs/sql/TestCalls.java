package io.quaestor.udfs.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.sql.AnalysisException;
import org.junit.jupiter.api.Test;

class TestCalls {
  private static final String LABELS =
      "remediated_labels('pass', array('difficulty', 'acceptable_variations'), %s, %s)";
  private static final String SUGGESTIONS =
      "named_struct('difficulty', 'hard', 'invalid_variations', array('A'))";

  @Test
  void wholeNumbersOfAnyWidthWillDo() {
    for (String type : new String[] {"TINYINT", "SMALLINT", "INT", "BIGINT"}) {
      String query = "SELECT percent_agreement(n, n, n, n).value FROM (SELECT CAST(1 AS %s) n)";
      assertEquals("0.5", Sql.print(query.formatted(type)));
    }
  }

  @Test
  void whatIsNoWholeNumberIsRefusedNotCut() {
    for (String ansi : new String[] {"true", "false"}) {
      Sql.SPARK.conf().set("spark.sql.ansi.enabled", ansi);
      assertRefused(
          "SELECT wilson_interval(0.5, 3)", "successes has to be of type bigint, not decimal(1,1)");
      assertRefused(
          "SELECT wilson_interval(1, 3e0)", "trials has to be of type bigint, not double");
      assertRefused(
          "SELECT wilson_interval('1', 3)", "successes has to be of type bigint, not string");
    }
    Sql.SPARK.conf().unset("spark.sql.ansi.enabled");
  }

  @Test
  void textsAreCastAsForSparksOwnFunctions() {
    assertEquals("12", Sql.print("SELECT normalise_text(12)"));
    assertEquals("1", Sql.print("SELECT blank_count(CAST('__' AS VARCHAR(5)))"));
    assertRefused(
        "SELECT content_hash('a')", "The first parameter requires the \"ARRAY<STRING>\" type");
  }

  @Test
  void aWrongNumberOfArgumentsIsRefused() {
    assertRefused("SELECT wilson_interval(1)", "trials");
    assertRefused("SELECT wilson_interval(1, 2, 3)", "wilson_interval");
  }

  @Test
  void argumentsMayBeNamedInAnyOrder() {
    assertEquals(
        Sql.print("SELECT wilson_interval(81, 263)"),
        Sql.print("SELECT wilson_interval(trials => 263, successes => 81)"));
    assertRefused("SELECT wilson_interval(hits => 1, trials => 2)", "hits");
  }

  @Test
  void fieldsOfStructsAreFoundByName() {
    String reordered =
        "named_struct('more', 1, 'Acceptable_Variations', array('a', 'b'), 'difficulty', 'easy')";
    assertEquals(
        "{\"difficulty\":\"advanced\",\"acceptable_variations\":[\"b\"]}",
        Sql.print("SELECT " + LABELS.formatted(reordered, SUGGESTIONS)));
  }

  @Test
  void aMissingFieldIsNamed() {
    assertRefused(
        "SELECT " + LABELS.formatted("named_struct('difficulty', 'easy')", SUGGESTIONS),
        "labels lacks the field acceptable_variations: it has difficulty; give it one, NULL where"
            + " there is nothing");
  }

  @Test
  void aFieldOfAnotherTypeIsNamed() {
    assertRefused(
        "SELECT "
            + LABELS.formatted(
                "named_struct('difficulty', 1, 'acceptable_variations', array('a'))", SUGGESTIONS),
        "labels.difficulty has to be of type string, not int");
  }

  @Test
  void aFieldMayHaveNoTypeOfItsOwn() {
    assertEquals(
        "{\"difficulty\":\"advanced\",\"acceptable_variations\":[]}",
        Sql.print(
            "SELECT "
                + LABELS.formatted(
                    "named_struct('difficulty', NULL, 'acceptable_variations', array())",
                    SUGGESTIONS)));
  }

  @Test
  void constantsAreComputedOnceWhilePlanning() {
    String plan =
        Sql.SPARK.sql("EXPLAIN SELECT normalise_text('A.') FROM range(3)").first().getString(0);
    assertTrue(plan.contains("[a AS normalise_text(A.)"), plan);
  }

  @Test
  void callsThatAreAlikeAreMadeOnce() {
    String plan =
        Sql.SPARK
            .sql(
                "EXPLAIN SELECT id, count(*) FROM (SELECT normalise_text(string(id)) id FROM range(3))"
                    + " GROUP BY id")
            .first()
            .getString(0);
    assertEquals(1, plan.split("normalise_text\\(cast", -1).length - 1, plan);
  }

  private static void assertRefused(String query, String message) {
    AnalysisException refusal =
        assertThrows(AnalysisException.class, () -> Sql.SPARK.sql(query).collectAsList());
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }
}
