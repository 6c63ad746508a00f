package io.quaestor.agree;

import static io.quaestor.agree.Audits.at;
import static io.quaestor.agree.Audits.onContent;
import static io.quaestor.agree.Audits.unscored;
import static io.quaestor.agree.Audits.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import io.quaestor.tables.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The rows of a comparison, from audits made by hand. */
class TestTally {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private final SparkSession spark = TestSession.spark();

  @Test
  void countsEveryCombinationOfVerdictsPerSharedCriterion() {
    Dataset<Row> standings =
        standings(
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
        tallies(standings, "segment = 'all'"));
    assertEquals(
        List.of(
            "any q2 by m, missed by s: [answer]",
            "any q5 by m, missed by s: [french]",
            "gate q2 by m, missed by s: [answer]",
            "gate q3 by s, missed by m: [answer]",
            "gate q5 by m, missed by s: [french]"),
        blindSpots(standings));
  }

  @Test
  void unscoredIsNeitherPassNorFail() {
    Dataset<Row> standings =
        standings(
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
        tallies(standings, "segment = 'all'"));
    assertEquals(List.of("gate q3 by s, missed by m: [answer]"), blindSpots(standings));
  }

  @Test
  void theLatestVerdictOnTheCurrentContentCounts() {
    Dataset<Row> standings =
        standings(
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
        tallies(standings, "segment = 'all'"));
  }

  @Test
  void segmentsAddUpToTheWholeAndEveryPairIsCompared() {
    Dataset<Row> standings =
        standings(
            "human s m",
            verdict("m", "q1", "answer", ""),
            verdict("s", "q1", "answer", ""),
            verdict("m", "q2", "answer-", ""),
            verdict("s", "q2", "answer", ""),
            verdict("human", "q2", "answer", ""),
            verdict("m", "long1", "answer", ""),
            verdict("s", "long1", "answer-", ""));
    assertEquals(
        List.of(
            "human/m all 0 0 1 0",
            "human/m difficulty=beginner 0 0 1 0",
            "human/m type=mcq_single 0 0 1 0",
            "human/m unit=lesson-1 0 0 1 0",
            "human/s all 1 0 0 0",
            "human/s difficulty=beginner 1 0 0 0",
            "human/s type=mcq_single 1 0 0 0",
            "human/s unit=lesson-1 1 0 0 0",
            "s/m all 1 1 1 0",
            "s/m difficulty=beginner 1 1 1 0",
            "s/m type=mcq_single 1 0 1 0",
            "s/m type=short_answer 0 1 0 0",
            "s/m unit=lesson-1 1 1 1 0"),
        Tally.of(standings).filter("criterion = 'answer'").collectAsList().stream()
            .map(
                t ->
                    "%s/%s %s %d %d %d %d"
                        .formatted(
                            t.auditorA(),
                            t.auditorB(),
                            t.segment(),
                            t.bothPass(),
                            t.aOnlyFail(),
                            t.bOnlyFail(),
                            t.bothFail()))
            .sorted()
            .toList());
  }

  @Test
  void aCriterionThatTheTwoNeverScoredTogetherKeepsItsRow() {
    Dataset<Row> standings =
        standings(
            "m s",
            verdict("m", "q1", "answer grammar", ""),
            verdict("s", "q1", "answer", ""),
            verdict("m", "q2", "answer", ""),
            verdict("s", "q2", "answer grammar", ""));
    assertEquals(
        List.of("grammar 0 2: 0 0 0 0"),
        tallies(standings, "segment = 'all' AND criterion = 'grammar'"));
  }

  @Test
  void theOrderOfStorageDoesNotChangeTheComparison() {
    assertEquals(id("q1", "q2", "q3"), id("q3", "q1", "q2"));
    assertNotEquals(id("q1", "q2", "q3"), id("q1", "q2", "q4"));
  }

  @Test
  void countsThatLoseAQuestionStopTheJob() {
    Agreement row =
        new Score("c", NOON).call(new Tally("m", "s", "all", "answer", 2, 0, 2, 0, 0, 0));
    Scope scope =
        new Scope("m", "s", 3, List.of("answer"), List.of(), List.of("answer"), List.of(), "");
    JobException refused =
        assertThrows(
            JobException.class,
            () ->
                Conservation.check(
                    spark.createDataset(List.of(row), RecordEncoder.of(Agreement.class)),
                    new Comparison("c", 1, List.of(scope))));
    assertEquals(1, refused.exitCode().value());
    assertTrue(refused.getMessage().contains("does not add up"), refused.getMessage());
  }

  @Test
  void withoutAQuestionStatisticsAreNullWithAReason() {
    Agreement row =
        new Score("c", NOON).call(new Tally("m", "s", "all", "answer", 0, 2, 0, 0, 0, 0));
    assertNull(row.agreement());
    assertNull(row.kappa());
    assertFalse(row.kappaUndefined().isBlank());
  }

  /** Counts of no_hallucination: discordant ones as published, both-fail as reconstructed. */
  @Test
  void thePublishedStudyComesOutAsPublished() {
    Agreement row =
        new Score("c", NOON)
            .call(
                new Tally("sonnet", "mistral", "all", "no_hallucination", 1039, 0, 911, 76, 8, 44));
    assertEquals(0.9191530317613089, row.agreement(), 1e-12);
    double byChance = (120.0 * 52 + 919.0 * 987) / (1039.0 * 1039);
    assertEquals((955.0 / 1039 - byChance) / (1 - byChance), row.kappa(), 1e-12);
  }

  private static Dataset<Audit> dataset(SparkSession spark, Audit... audits) {
    return spark.createDataset(List.of(audits), RecordEncoder.of(Audit.class));
  }

  private Dataset<Row> judgedByBoth(AgreeOptions options, Audit... audits) {
    List<Question> questions = new ArrayList<>();
    Arrays.stream(audits)
        .map(Audit::questionId)
        .distinct()
        .map(id -> Questions.question(id, id.startsWith("long") ? "short_answer" : "mcq_single"))
        .forEach(questions::add);
    return JudgedByBoth.of(
        dataset(spark, audits),
        spark.createDataset(questions, RecordEncoder.of(Question.class)),
        options);
  }

  private Dataset<Row> standings(String auditors, Audit... audits) {
    AgreeOptions options = new AgreeOptions(List.of(auditors.split(" ")), "gate");
    Dataset<Row> judged = judgedByBoth(options, audits);
    return Standing.of(judged, Comparison.of(options.auditors(), judged).dataset(spark));
  }

  private String id(String... questions) {
    List<Audit> audits = new ArrayList<>();
    for (String question : questions) {
      audits.add(verdict("m", question, "answer", ""));
      audits.add(verdict("s", question, "answer", ""));
    }
    AgreeOptions options = new AgreeOptions(List.of("m", "s"), "gate");
    return Comparison.of(options.auditors(), judgedByBoth(options, audits.toArray(Audit[]::new)))
        .id();
  }

  private static List<String> tallies(Dataset<Row> standings, String condition) {
    return Tally.of(standings).filter(condition).collectAsList().stream()
        .map(TestTally::line)
        .sorted()
        .toList();
  }

  private static String line(Tally t) {
    return "%s %d %d: %d %d %d %d"
        .formatted(
            t.criterion(),
            t.n(),
            t.excluded(),
            t.bothPass(),
            t.aOnlyFail(),
            t.bOnlyFail(),
            t.bothFail());
  }

  private static List<String> blindSpots(Dataset<Row> standings) {
    return BlindSpots.of(standings, "c").collectAsList().stream()
        .map(TestTally::line)
        .sorted()
        .toList();
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
