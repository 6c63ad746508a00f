package io.quaestor.delete;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Deletion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On one warehouse, which is whole again after each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TestDelete {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private Lake lake;
  private Map<String, Long> whole;

  @BeforeAll
  void fill(@TempDir Path folder) {
    lake = Lake.open(TestSession.another(), folder.resolve("warehouse").toString());
    Stock.fill(
        lake,
        40,
        Tables.REJECTIONS,
        Tables.JUDGEMENTS,
        Tables.FACTS,
        Tables.CANDIDATES,
        Tables.REVIEW_SAMPLES,
        Tables.CONVERSIONS);
    whole = Stock.counts(lake);
    assertEquals(0, orphans());
  }

  @Test
  void aBatchGoesWithAllThatBelongsToItThoughCutShortAndComesBack() {
    DeleteJob job = new DeleteJob(lake, CLOCK, "RUN1");
    Map<String, Long> dryRun = job.execute(Kind.BATCH, "big4", true).counts();
    assertEquals(
        "{batches=1, plans=1, questions=4, audits=8, blind_spots=2, near_duplicates=1,"
            + " calibration_items=1, calibration_audits=1, questions_stale=1}",
        dryRun.toString());
    new Intents(lake).write(job.decide(Kind.BATCH, "big4", List.of("big4")));
    assertEquals(whole, Stock.counts(lake), "nothing is gone yet");
    lake.delete(Tables.AUDITS, questions("q16", "q17"));
    List<Unfinished.Finished> finished = Unfinished.finish(lake);
    assertEquals(List.of(dryRun), finished.stream().map(f -> f.outcome().counts()).toList());
    assertEquals(List.of(), Unfinished.finish(lake), "once");
    assertEquals(without(dryRun), Stock.counts(lake));
    assertEquals("stale", review("q39"), "a variant of a question that is gone");
    assertEquals(0, orphans());
    assertEquals(dryRun, restore("RUN1").counts());
    assertEquals(whole, Stock.counts(lake));
    assertEquals("draft", review("q39"));
  }

  @Test
  void aDocumentLeavesItsQuestionsStale() {
    Map<String, Long> gone = delete("RUN4", Kind.DOCUMENT, "d1.md").counts();
    assertEquals(
        "{documents=1, chunks=2, learning_resources=2, topics=3, questions_stale=10}",
        gone.toString());
    assertEquals(without(gone), Stock.counts(lake));
    assertEquals("3 6 60", unit());
    assertEquals(0, orphans());
    lake.update(
        Tables.QUESTIONS,
        questions("q2")
            .selectExpr("question_id", "'approved' AS review_status", "now() updated_at"),
        List.of("review_status", "updated_at"),
        "true");
    restore("RUN4");
    assertEquals(whole, Stock.counts(lake));
    assertEquals("4 8 80", unit());
    assertEquals("draft", review("q3"));
    assertEquals("approved", review("q2"), "somebody decided on it meanwhile");
  }

  @Test
  void anExperimentGoesByItsName() {
    Map<String, Long> gone = delete("RUN6", Kind.EXPERIMENT, "trial 1").counts();
    assertEquals("{experiments=1, experiment_calls=3}", gone.toString());
    assertEquals(without(gone), Stock.counts(lake));
    restore("RUN6");
    assertEquals(whole, Stock.counts(lake));
  }

  @Test
  void whatIsNotThereIsRefusedWithTheWayOut() {
    JobException unknown =
        assertThrows(JobException.class, () -> delete("RUN5", Kind.BATCH, "nil"));
    assertEquals("There is no batch nil", unknown.getMessage());
    JobException noRun = assertThrows(JobException.class, () -> restore("RUN0"));
    assertEquals("There is no deletion by run RUN0", noRun.getMessage());
    Deletion old =
        new Deletion(
            "del_old",
            "OLD",
            "batch",
            "big9",
            "batches",
            "deleted",
            1,
            999,
            List.of(),
            CLOCK.instant());
    lake.add(
        Tables.DELETIONS,
        lake.spark().createDataset(List.of(old), RecordEncoder.of(Deletion.class)));
    JobException gone = assertThrows(JobException.class, () -> restore("OLD"));
    assertTrue(
        gone.getMessage().startsWith("Run OLD cannot be undone: table batches as it was"),
        gone.getMessage());
    assertEquals(2, gone.exitCode().value());
  }

  private JobOutcome delete(String runId, Kind kind, String subject) {
    return new DeleteJob(lake, CLOCK, runId).execute(kind, subject, false);
  }

  private JobOutcome restore(String deletion) {
    return new RestoreJob(lake, CLOCK, "UNDO-" + deletion).execute(deletion);
  }

  private Map<String, Long> without(Map<String, Long> rows) {
    Map<String, Long> left = new TreeMap<>(whole);
    rows.forEach((table, count) -> left.computeIfPresent(table, (name, all) -> all - count));
    return left;
  }

  private long orphans() {
    lake.registerViews();
    return lake.spark().table("orphans").count();
  }

  private String review(String question) {
    return lake.rows(Tables.QUESTIONS)
        .filter(col("question_id").equalTo(question))
        .select("review_status")
        .head()
        .getString(0);
  }

  private String unit() {
    return lake.rows(Tables.UNITS)
        .selectExpr("concat_ws(' ', documents, chunks, tokens)")
        .head()
        .getString(0);
  }

  private Dataset<Row> questions(String... ids) {
    return lake.spark().createDataset(List.of(ids), Encoders.STRING()).toDF("question_id");
  }
}
