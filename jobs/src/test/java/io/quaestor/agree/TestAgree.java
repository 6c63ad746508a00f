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
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.Audit;
import io.quaestor.tables.BlindSpot;
import io.quaestor.tables.Question;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestAgree {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T13:00:00Z"), ZoneOffset.UTC);
  private final SparkSession spark = TestSession.spark();

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = Lake.open(spark, folder.toString());
  }

  @Test
  void countsEveryCombinationOfVerdictsPerSharedCriterion() {
    questions("mcq_single", "q1", "q2", "q3", "q4", "q5");
    audits(
        1,
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

    JobOutcome outcome = agree("m", "s");

    assertEquals(
        List.of(
            "answer 5 0: 2 1 1 1",
            "flagged_any 5 0: 1 2 0 2",
            "flagged_gate 5 0: 1 2 1 1",
            "grammar 5 0: 5 0 0 0"),
        overall());
    assertEquals(
        "{pairs=1, judged_by_both=5, judged_by_m_and_s=5, unscored_by_m_or_s=0,"
            + " flagged_by_m_passed_by_s=2, flagged_by_s_passed_by_m=1, rows=16}",
        outcome.counts().toString());
    assertTrue(outcome.changed());
    assertEquals(
        List.of(
            "any q2 by m, missed by s: [answer]",
            "any q5 by m, missed by s: [french]",
            "gate q2 by m, missed by s: [answer]",
            "gate q3 by s, missed by m: [answer]",
            "gate q5 by m, missed by s: [french]"),
        blindSpots());
  }

  @Test
  void unscoredIsNeitherPassNorFail() {
    questions("mcq_single", "q1", "q2", "q3", "q4");
    audits(
        1,
        unscored(0, "m", "q1", "refused"),
        verdict("s", "q1", "answer-", ""),
        verdict("m", "q2", "answer", "level"),
        unscored(0, "s", "q2", "truncated"),
        verdict("m", "q3", "answer", ""),
        verdict("s", "q3", "answer-", ""),
        verdict("m", "q4", "answer", "level"),
        verdict("s", "q4", "answer", ""));

    agree("m", "s");

    assertEquals(
        List.of("answer 2 2: 1 0 1 0", "flagged_any 1 3: 1 0 0 0", "flagged_gate 2 2: 1 0 1 0"),
        overall());
    assertEquals(List.of("gate q3 by s, missed by m: [answer]"), blindSpots());
  }

  @Test
  void aCriterionNobodyScoredKeepsItsRowWithoutStatistics() {
    questions("mcq_single", "q1", "q2");
    audits(
        1,
        verdict("m", "q1", "answer grammar", ""),
        verdict("s", "q1", "answer", ""),
        verdict("m", "q2", "answer", ""),
        verdict("s", "q2", "answer grammar", ""));
    agree("m", "s");
    Agreement grammar =
        lake.read(Tables.AGREEMENT).filter("criterion = 'grammar' AND segment = 'all'").head();
    assertEquals("grammar 0 2: 0 0 0 0", line(grammar));
    assertNull(grammar.agreement());
    assertNull(grammar.kappa());
    assertFalse(grammar.kappaUndefined().isBlank());
  }

  @Test
  void theLatestVerdictOnTheCurrentContentCounts() {
    questions("mcq_single", "q1", "q2", "q3");
    audits(
        1,
        at(0, "m", "q1", "answer-", ""),
        at(5, "m", "q1", "answer", ""),
        at(1, "s", "q1", "answer", ""),
        at(0, "m", "q2", "answer", ""),
        unscored(5, "m", "q2", "invalid"),
        at(1, "s", "q2", "answer", ""),
        onContent("v0", at(9, "m", "q3", "answer-", "")),
        at(1, "s", "q3", "answer", ""));
    agree("m", "s");
    assertEquals(
        List.of("answer 1 1: 1 0 0 0", "flagged_any 1 1: 1 0 0 0", "flagged_gate 1 1: 1 0 0 0"),
        overall());
  }

  @Test
  void segmentsAddUpToTheWhole() {
    questions("mcq_single", "q1", "q2");
    questions("short_answer", "q3");
    audits(
        1,
        verdict("m", "q1", "answer", ""),
        verdict("s", "q1", "answer", ""),
        verdict("m", "q2", "answer-", ""),
        verdict("s", "q2", "answer", ""),
        verdict("m", "q3", "answer", ""),
        verdict("s", "q3", "answer-", ""));
    agree("m", "s");
    assertEquals(
        List.of(
            "all answer 3 0: 1 1 1 0",
            "difficulty=beginner answer 3 0: 1 1 1 0",
            "type=mcq_single answer 2 0: 1 1 0 0",
            "type=short_answer answer 1 0: 0 0 1 0",
            "unit=lesson-1 answer 3 0: 1 1 1 0"),
        lake.read(Tables.AGREEMENT).filter("criterion = 'answer'").collectAsList().stream()
            .map(row -> row.segment() + " " + line(row))
            .sorted()
            .toList());
  }

  @Test
  void threeAuditorsMakeThreePairsInTheOrderGiven() {
    questions("mcq_single", "q1", "q2");
    audits(
        1,
        verdict("m", "q1", "answer", ""),
        verdict("s", "q1", "answer-", ""),
        verdict("human", "q1", "answer-", ""),
        verdict("m", "q2", "answer", ""),
        verdict("s", "q2", "answer", ""));
    JobOutcome outcome = agree("human", "s", "m");
    assertEquals(
        List.of("human/m 0 1 0", "human/s 0 0 0", "s/m 1 1 0"),
        lake
            .read(Tables.AGREEMENT)
            .filter("criterion = 'answer' AND segment = 'all'")
            .collectAsList()
            .stream()
            .map(
                r ->
                    "%s/%s %d %d %d"
                        .formatted(
                            r.auditorA(), r.auditorB(), r.bothPass(), r.aOnlyFail(), r.bOnlyFail()))
            .sorted()
            .toList());
    assertEquals(3, outcome.counts().get("pairs"));
    assertEquals(4, outcome.counts().get("judged_by_both"));
  }

  @Test
  void theSameComparisonAgainWritesNothing() {
    questions("mcq_single", "q1");
    audits(1, verdict("m", "q1", "answer", ""), verdict("s", "q1", "answer", ""));
    assertTrue(agree("m", "s").changed());
    long version = lake.version(Tables.AGREEMENT);
    assertFalse(agree("m", "s").changed());
    assertEquals(version, lake.version(Tables.AGREEMENT));

    audits(2, at(7, "s", "q1", "answer-", ""));
    assertTrue(agree("m", "s").changed());
    assertEquals(2, lake.rows(Tables.AGREEMENT).select("comparison_id").distinct().count());
  }

  @Test
  void theOrderOfStorageDoesNotChangeTheComparison() {
    List<Scope> one = List.of(scope("q1", "q2", "q3"));
    List<Scope> other = List.of(scope("q3", "q1", "q2"));
    assertEquals(one, other);
    assertNotEquals(one, List.of(scope("q1", "q2", "q4")));
  }

  @Test
  void nothingInCommonIsSaidAndNotWritten() {
    questions("mcq_single", "q1", "q2");
    audits(1, verdict("m", "q1", "answer", ""), verdict("s", "q2", "answer", ""));
    JobOutcome outcome = agree("m", "s");
    assertEquals(0, outcome.counts().get("judged_by_both"));
    assertFalse(outcome.changed());
    assertFalse(lake.exists(Tables.AGREEMENT));
  }

  @Test
  void anUnknownAuditorIsAnsweredWithThoseThatExist() {
    questions("mcq_single", "q1");
    audits(1, verdict("m", "q1", "answer", ""), verdict("s", "q1", "answer", ""));
    JobException refused = assertThrows(JobException.class, () -> agree("m", "sonet"));
    assertEquals("No audits by 'sonet'; there are audits by m, s", refused.getMessage());
    assertEquals(2, refused.exitCode().value());
  }

  @Test
  void onePairOfDifferentAuditorsIsTheLeast() {
    for (List<String> names : List.of(List.<String>of(), List.of("m"), List.of("m", "m"))) {
      JobException refused =
          assertThrows(JobException.class, () -> new AgreeOptions(names, "gate"));
      assertTrue(refused.getMessage().contains("two or more different"), refused.getMessage());
    }
    JobException refused =
        assertThrows(JobException.class, () -> new AgreeOptions(List.of("m", "s"), "soft"));
    assertTrue(refused.getMessage().contains("'soft'"), refused.getMessage());
  }

  @Test
  void countsThatLoseAQuestionStopTheJob() {
    Agreement row =
        new Score("c", CLOCK.instant())
            .call(new Tally("m", "s", "all", "answer", 2, 0, 2, 0, 0, 0));
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

  /** Counts of no_hallucination: discordant ones as published, both-fail as reconstructed. */
  @Test
  void thePublishedStudyComesOutAsPublished() {
    Agreement row =
        new Score("c", CLOCK.instant())
            .call(
                new Tally("sonnet", "mistral", "all", "no_hallucination", 1039, 0, 911, 76, 8, 44));
    assertEquals(0.9191530317613089, row.agreement(), 1e-12);
    double byChance = (120.0 * 52 + 919.0 * 987) / (1039.0 * 1039);
    assertEquals((955.0 / 1039 - byChance) / (1 - byChance), row.kappa(), 1e-12);
  }

  private JobOutcome agree(String... auditors) {
    return new Agree(lake, CLOCK).execute(new AgreeOptions(List.of(auditors), "gate"));
  }

  private Scope scope(String... questions) {
    List<Audit> audits = new ArrayList<>();
    for (String question : questions) {
      audits.add(verdict("m", question, "answer", ""));
      audits.add(verdict("s", question, "answer", ""));
    }
    Lake other = Lake.open(spark, folder.resolve(String.join("", questions)).toString());
    other.append(
        Tables.QUESTIONS,
        spark.createDataset(
            Stream.of(questions).map(q -> Questions.question(q, "mcq_single")).toList(),
            RecordEncoder.of(Question.class)),
        "questions",
        1);
    other.append(
        Tables.AUDITS, spark.createDataset(audits, RecordEncoder.of(Audit.class)), "audits", 1);
    AgreeOptions options = new AgreeOptions(List.of("m", "s"), "gate");
    return Comparison.of(options.auditors(), JudgedByBoth.of(other, options)).scopes().get(0);
  }

  private void questions(String type, String... ids) {
    lake.append(
        Tables.QUESTIONS,
        spark.createDataset(
            Stream.of(ids).map(id -> Questions.question(id, type)).toList(),
            RecordEncoder.of(Question.class)),
        type,
        1);
  }

  private void audits(long sequence, Audit... audits) {
    lake.append(
        Tables.AUDITS,
        spark.createDataset(List.of(audits), RecordEncoder.of(Audit.class)),
        "audits",
        sequence);
  }

  private List<String> overall() {
    return lake.read(Tables.AGREEMENT).filter("segment = 'all'").collectAsList().stream()
        .map(TestAgree::line)
        .sorted()
        .toList();
  }

  private static String line(Agreement r) {
    return "%s %d %d: %d %d %d %d"
        .formatted(
            r.criterion(),
            r.n(),
            r.excluded(),
            r.bothPass(),
            r.aOnlyFail(),
            r.bOnlyFail(),
            r.bothFail());
  }

  private List<String> blindSpots() {
    return lake.read(Tables.BLIND_SPOTS).collectAsList().stream()
        .map(TestAgree::line)
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
