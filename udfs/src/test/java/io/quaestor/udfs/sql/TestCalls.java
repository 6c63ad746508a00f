package io.quaestor.udfs.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
    assertRefused("SELECT newcombe_difference(1, 2, 3)", "n2");
    assertRefused("SELECT wilson_interval(1)", "success has to be of type boolean, not int");
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
  void onlyOptionalArgumentsMayBeLeftOut() {
    String all = "1, 1, 1, 1, 3, 4, 3, 4";
    assertEquals("keep", Sql.print("SELECT rubric_v4(%s).verdict".formatted(all)));
    assertEquals(
        "reject",
        Sql.print("SELECT rubric_v4(%s, hard_rejections => array('x')).verdict".formatted(all)));
    assertRefused("SELECT rubric_v4(1, 1, 1, 1, 3, 4, 3)", "context_authentic");
    assertRefused("SELECT rubric_v4(%s, NULL, 1)".formatted(all), "rubric_v4");
  }

  @Test
  void argumentsLeftOutCompileToo() {
    String query = "SELECT item_flaws('mcq_single', string(id), array('a'), %s) FROM range(1)";
    for (Sql.Mode mode : Sql.Mode.values()) {
      for (String answer : List.of("array('a')", "NULL", "CAST(NULL AS ARRAY<STRING>)")) {
        assertEquals("[]", mode.run(() -> Sql.print(query.formatted(answer))), mode + answer);
      }
    }
  }

  @Test
  void scoresAreReadInWhateverTypeOfNumberTheyCome() {
    String scores = "SELECT rubric_v3(1, 1, 1, 4, CAST(%s AS %s), 4) s";
    for (String type :
        List.of("TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE", "DECIMAL(3, 1)")) {
      for (Sql.Mode mode : Sql.Mode.values()) {
        String valid = "SELECT s.avg_likert FROM (%s)".formatted(scores.formatted("4", type));
        assertEquals("4.0", mode.run(() -> Sql.print(valid)), type);
      }
    }
    for (String type : List.of("FLOAT", "DOUBLE", "DECIMAL(3, 1)")) {
      String half =
          "SELECT s.verdict, s.invalid FROM (%s)".formatted(scores.formatted("0.5", type));
      assertEquals("NULL\t[\"clarity_out_of_range\"]", Sql.print(half), type);
    }
    assertRefused(scores.formatted("4", "STRING"), "clarity has to be of type double, not string");
    assertRefused(
        scores.formatted("true", "BOOLEAN"), "clarity has to be of type double, not boolean");
  }

  @Test
  void structsInArraysHaveTheirFieldsFoundByName() {
    String score = "SELECT grounding_score(array('s1'), 'Le chat dort.', %s)";
    for (Sql.Mode mode : Sql.Mode.values()) {
      String reordered =
          "transform(array('chat', NULL, 'chien'), q -> named_struct('Quote', q, 'n', 1, 'SPAN_ID',"
              + " 's1'))";
      assertEquals(
          "0.6666666666666666", mode.run(() -> Sql.print(score.formatted(reordered))), "" + mode);
    }
    assertEquals("0.0", Sql.print(score.formatted("array(NULL)")));
    assertEquals(
        "1.0",
        Sql.print(score.formatted("array(NULL, named_struct('span_id', NULL, 'quote', 'chat'))")));
  }

  @Test
  void aFieldMissingFromStructsInAnArrayIsNamed() {
    assertRefused(
        "SELECT grounding_score(array('s1'), 'a', array(named_struct('quote', 'a')))",
        "citations lacks the field span_id: it has quote; give it one, NULL where there is nothing");
    assertRefused(
        "SELECT grounding_score(array('s1'), 'a', array(named_struct('span_id', 1, 'quote', 'a')))",
        "citations.span_id has to be of type string, not int");
    assertRefused(
        "SELECT grounding_score(array('s1'), 'a', array('s1'))",
        "citations has to be of type struct<span_id:string,quote:string>, not string");
  }

  @Test
  void storedScoresAreScoredAgain() {
    assertEquals(
        "[\"grounded_missing\",\"answerable_from_context_missing\","
            + "\"has_single_clear_correct_missing\",\"format_justified_missing\","
            + "\"non_trivial_missing\",\"distractors_plausible_missing\","
            + "\"clarity_out_of_range\",\"context_authentic_missing\"]",
        Sql.print("SELECT rubric_verdict('V4', map('clarity', 3.5, 'grounded', NULL)).invalid"));
    assertRefused(
        "SELECT rubric_verdict('v4', map('clarity', '3'))",
        "a value of scores has to be of type double, not string");
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
