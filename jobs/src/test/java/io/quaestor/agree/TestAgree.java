package io.quaestor.agree;

import static io.quaestor.agree.Audits.at;
import static io.quaestor.agree.Audits.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.conf.AgreeConf;
import io.quaestor.conf.Conf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestAgree {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T13:00:00Z"), ZoneOffset.UTC);
  private static final Conf CONF =
      new Conf(Map.of(), Map.of(), null, null, null, new AgreeConf(0.07), null);
  private final SparkSession spark = TestSession.small();

  @TempDir Path folder;

  @Test
  void aComparisonIsWrittenOnceAndAgainWhenAVerdictChanged() {
    Lake lake = Lake.open(spark, folder.toString());
    lake.append(
        Tables.QUESTIONS,
        spark.createDataset(
            Questions.of("mcq_single", "q1", "q2", "q3"), RecordEncoder.of(Question.class)),
        "questions",
        1);
    append(
        lake,
        1,
        verdict("m", "q1", "answer-", "level"),
        verdict("s", "q1", "answer", ""),
        verdict("m", "q2", "answer", "level"),
        verdict("s", "q2", "answer", ""),
        verdict("human", "q3", "answer", ""));

    JobOutcome first = agree(lake, "m", "s");
    assertTrue(first.changed());
    assertEquals(
        "{pairs=1, judged_by_both=2, judged_by_m_and_s=2, unscored_by_m_or_s=0,"
            + " flagged_by_m_passed_by_s=1, flagged_by_s_passed_by_m=0, rows=18}",
        first.counts().toString());
    assertEquals(18, lake.read(Tables.AGREEMENT).count());
    assertEquals(2, lake.read(Tables.BLIND_SPOTS).count());
    long version = lake.version(Tables.AGREEMENT);

    JobOutcome second = agree(lake, "m", "s");
    assertFalse(second.changed());
    assertEquals(first.counts(), second.counts());
    assertEquals(version, lake.version(Tables.AGREEMENT));

    JobOutcome nothing = agree(lake, "human", "m");
    assertEquals(0, nothing.counts().get("judged_by_both"));
    assertFalse(nothing.changed());

    append(lake, 2, at(7, "s", "q1", "answer-", ""));
    assertTrue(agree(lake, "m", "s").changed());
    assertEquals(2, lake.rows(Tables.AGREEMENT).select("comparison_id").distinct().count());

    JobException refused = assertThrows(JobException.class, () -> agree(lake, "m", "sonet"));
    assertEquals("No audits by 'sonet'; there are audits by human, m, s", refused.getMessage());
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

  private static JobOutcome agree(Lake lake, String... auditors) {
    return new Agree(lake, CONF, CLOCK).execute(new AgreeOptions(List.of(auditors), "gate"));
  }

  private void append(Lake lake, long sequence, Audit... audits) {
    lake.append(
        Tables.AUDITS,
        spark.createDataset(List.of(audits), RecordEncoder.of(Audit.class)),
        "audits",
        sequence);
  }
}
