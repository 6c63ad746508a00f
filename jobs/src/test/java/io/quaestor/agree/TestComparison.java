package io.quaestor.agree;

import static io.quaestor.agree.Audits.at;
import static io.quaestor.agree.Audits.onContent;
import static io.quaestor.agree.Audits.unscored;
import static io.quaestor.agree.Audits.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.TestSession;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.Audit;
import io.quaestor.tables.BlindSpot;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The rows of a comparison, from audits made by hand. */
class TestComparison {
  private final SparkSession spark = TestSession.small();

  @Test
  void countsEveryCombinationOfVerdictsPerSharedCriterion() {
    Compared compared =
        Compared.of(
            spark,
            "m s",
            verdict("m", "q1", "answer grammar french", "level"),
            verdict("s", "q1", "answer grammar", ""),
            verdict("m", "q2", "answer- grammar french", "level"),
            verdict("s", "q2", "answer grammar", ""),
            verdict("m", "q3", "answer grammar french", "level-"),
            verdict("s", "q3", "answer- grammar", ""),
            verdict("m", "q4", "answer- grammar french-", "level"),
            verdict("s", "q4", "answer- grammar", ""),
            verdict("m", "q5", "answer grammar french-", "level"),
            verdict("s", "q5", "answer grammar", ""));
    assertEquals(
        List.of(
            "answer 5 0: 2 1 1 1",
            "flagged_any 5 0: 1 2 0 2",
            "flagged_gate 5 0: 1 2 1 1",
            "grammar 5 0: 5 0 0 0"),
        tallies(compared));
    assertEquals(
        List.of(
            "any q2 by m, missed by s: [answer]",
            "any q5 by m, missed by s: [french]",
            "gate q2 by m, missed by s: [answer]",
            "gate q3 by s, missed by m: [answer]",
            "gate q5 by m, missed by s: [french]"),
        blindSpots(compared));
  }

  @Test
  void unscoredIsNeitherPassNorFail() {
    Compared compared =
        Compared.of(
            spark,
            "m s",
            unscored(0, "m", "q1", "refused"),
            verdict("s", "q1", "answer-", ""),
            verdict("m", "q2", "answer", "level"),
            unscored(0, "s", "q2", "truncated"),
            verdict("m", "q3", "answer", ""),
            verdict("s", "q3", "answer-", ""),
            verdict("m", "q4", "answer", "level"),
            verdict("s", "q4", "answer", ""));
    assertEquals(
        List.of("answer 2 2: 1 0 1 0", "flagged_any 1 3: 1 0 0 0", "flagged_gate 2 2: 1 0 1 0"),
        tallies(compared));
    assertEquals(List.of("gate q3 by s, missed by m: [answer]"), blindSpots(compared));
  }

  @Test
  void theLatestVerdictOnTheCurrentContentCounts() {
    Compared compared =
        Compared.of(
            spark,
            "m s",
            at(0, "m", "q1", "answer-", ""),
            at(5, "m", "q1", "answer", ""),
            at(1, "s", "q1", "answer", ""),
            at(0, "m", "q2", "answer", ""),
            unscored(5, "m", "q2", "invalid"),
            at(1, "s", "q2", "answer", ""),
            onContent("v0", at(9, "m", "q3", "answer-", "")),
            at(1, "s", "q3", "answer", ""));
    assertEquals(
        List.of("answer 1 1: 1 0 0 0", "flagged_any 1 1: 1 0 0 0", "flagged_gate 1 1: 1 0 0 0"),
        tallies(compared));
  }

  @Test
  void segmentsAddUpToTheWholeAndEveryPairIsCompared() {
    Compared compared =
        Compared.of(
            spark,
            "human s m",
            verdict("m", "q1", "answer", ""),
            verdict("s", "q1", "answer", ""),
            verdict("m", "q2", "answer-", ""),
            verdict("s", "q2", "answer", ""),
            verdict("human", "q2", "answer", ""),
            verdict("m", "long1", "answer", ""),
            verdict("s", "long1", "answer-", ""));
    for (String whole :
        List.of(
            "all",
            "difficulty=beginner",
            "unit=lesson-1",
            "pipeline=direct",
            "version=direct/v2")) {
      assertEquals(
          List.of("human/m 0 0 1 0", "human/s 1 0 0 0", "s/m 1 1 1 0"), pairs(compared, whole));
    }
    assertEquals(
        List.of("human/m 0 0 1 0", "human/s 1 0 0 0", "s/m 1 0 1 0"),
        pairs(compared, "type=mcq_single"));
    assertEquals(List.of("s/m 0 1 0 0"), pairs(compared, "type=short_answer"));
  }

  private static List<String> pairs(Compared compared, String segment) {
    return compared.rows(segment).stream()
        .filter(row -> row.criterion().equals("answer"))
        .map(
            row ->
                "%s/%s %d %d %d %d"
                    .formatted(
                        row.auditorA(),
                        row.auditorB(),
                        row.bothPass(),
                        row.aOnlyFail(),
                        row.bOnlyFail(),
                        row.bothFail()))
        .sorted()
        .toList();
  }

  @Test
  void aCriterionThatTheTwoNeverScoredTogetherKeepsItsRow() {
    Compared compared =
        Compared.of(
            spark,
            "m s",
            verdict("m", "q1", "answer grammar", ""),
            verdict("s", "q1", "answer", ""),
            verdict("m", "q2", "answer", ""),
            verdict("s", "q2", "answer grammar", ""));
    assertEquals(
        List.of("grammar 0 2: 0 0 0 0"),
        tallies(compared).stream().filter(line -> line.startsWith("grammar")).toList());
  }

  @Test
  void theOrderOfStorageDoesNotChangeTheComparison() {
    assertEquals(id("q1", "q2", "q3"), id("q3", "q1", "q2"));
    assertNotEquals(id("q1", "q2", "q3"), id("q1", "q2", "q4"));
  }

  @Test
  void aSecondVerdictOfTheSameMicrosecondIsChosenWhateverTheOrder() {
    Audit pass = at(1, "m", "q1", "answer", "");
    Audit fail = at(1, "m", "q1", "answer-", "");
    Audit other = verdict("s", "q1", "answer", "");
    assertEquals(
        tallies(Compared.of(spark, "m s", pass, fail, other)),
        tallies(Compared.of(spark, "m s", fail, pass, other)));
  }

  @Test
  void timesTooFarApartForOneNumberAreComparedAllTheSame() {
    String many = "a b c d e f g h i j k";
    Compared compared =
        Compared.of(
            spark,
            "m s",
            at(0, "m", "q1", many, ""),
            at(1_000_000, "m", "q1", many + "-", ""),
            at(0, "s", "q1", many, ""));
    assertEquals("k 1 0: 0 1 0 0", tallies(compared).get(12));
  }

  @Test
  void countsThatLoseAQuestionStopTheJob() {
    Jury jury =
        new Jury(List.of("m", "s"), new Slots(List.of("answer"), List.of()), List.of(3L, 3L));
    Agreement row = score("answer", new TwoByTwo(2, 0, 0, 0));
    JobException refused =
        assertThrows(
            JobException.class,
            () ->
                Conservation.check(
                    spark.createDataset(List.of(row), RecordEncoder.of(Agreement.class)),
                    new Comparison("c", jury, Map.of(new Jury.Pair(0, 1), 3L))));
    assertEquals(1, refused.exitCode().value());
    assertTrue(refused.getMessage().contains("answer by all: 2 of 3"), refused.getMessage());
  }

  @Test
  void withoutAQuestionStatisticsAreNullWithAReason() {
    Agreement row = score("answer", TwoByTwo.EMPTY);
    assertNull(row.agreement());
    assertNull(row.agreementInterval());
    assertNull(row.kappa());
    assertEquals("no_pairs", row.kappaUndefined());
    for (String column :
        List.of("agreement", "agreement_on_fail", "mcnemar_p", "gwet_ac1", "pabak", "bias_index")) {
      assertEquals("no_pairs", row.undefined().get(column), column);
    }
    assertEquals("no_trials", row.undefined().get("fail_rate_a"));
    assertEquals("no_discordant_pairs", row.undefined().get("ratio"));
    assertEquals("one_document", row.undefined().get("kappa_clustered"));
  }

  @Test
  void ofVerdictsThatNeverVaryKappaIsUndefinedAndAgreementIsNot() {
    Agreement row = score("answer", new TwoByTwo(40, 0, 0, 0));
    assertEquals(1, row.agreement());
    assertEquals("no_variation", row.undefined().get("kappa"));
    assertEquals("no_fails", row.undefined().get("agreement_on_fail"));
    assertEquals(1, row.mcnemarP());
    Agreement infinite = score("answer", new TwoByTwo(40, 3, 0, 0));
    assertEquals("infinite", infinite.undefined().get("ratio"));
    assertNull(infinite.ratioInterval().high());
  }

  /** Counts of no_hallucination: discordant ones as published, both-fail as reconstructed. */
  @Test
  void thePublishedStudyComesOutAsPublished() {
    Agreement row = score("no_hallucination", new TwoByTwo(911, 76, 8, 44));
    assertEquals(0.9191530317613089, row.agreement(), 1e-12);
    assertEquals(0.47496210024785257, row.kappa(), 1e-12);
    assertEquals(0.04749428471541658, row.kappaStandardError(), 1e-12);
    assertEquals(0.904679419618722, row.gwetAc1(), 1e-12);
    assertEquals(88.0 / 172, row.agreementOnFail(), 1e-12);
  }

  private static Agreement score(String criterion, TwoByTwo table) {
    return new Score("c", Compared.NOON)
        .of(
            new Score.Subject("m", "s", "all", criterion),
            new Score.Counts(
                table,
                0,
                Statistic.undefined("question_level"),
                true,
                Clustered.undefined(1L, "one_document")));
  }

  private String id(String... questions) {
    return Compared.of(
            spark,
            "m s",
            Stream.of(questions)
                .flatMap(
                    q -> Stream.of(verdict("m", q, "answer", ""), verdict("s", q, "answer", "")))
                .toArray(Audit[]::new))
        .comparison()
        .id();
  }

  private static List<String> tallies(Compared compared) {
    return compared.rows("all").stream().map(TestComparison::line).sorted().toList();
  }

  private static String line(Agreement row) {
    return "%s %d %d: %d %d %d %d"
        .formatted(
            row.criterion(),
            row.n(),
            row.excluded(),
            row.bothPass(),
            row.aOnlyFail(),
            row.bOnlyFail(),
            row.bothFail());
  }

  private static List<String> blindSpots(Compared compared) {
    return compared.blindSpots().stream().map(TestComparison::line).sorted().toList();
  }

  private static String line(BlindSpot spot) {
    return "%s %s by %s, missed by %s: %s"
        .formatted(
            spot.definition(),
            spot.questionId(),
            spot.flaggedBy(),
            spot.missedBy(),
            spot.criteria());
  }
}
