package io.quaestor.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.TestSession;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Evidence;
import io.quaestor.tables.Question;
import io.quaestor.tables.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLake {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");
  private final SparkSession spark = TestSession.small();

  @TempDir Path folder;

  @Test
  void nestedRecordsComeBackAsTheyWent() {
    Lake lake = Lake.open(spark, folder.toString());
    Chunk chunk =
        new Chunk(
            "chk_1",
            "doc_1",
            "unit-1",
            0,
            "Le présent",
            List.of("Leçon 1", "Le présent"),
            "Il dort. Elle lit.",
            List.of(new Span("s1", 0, 8, 3), new Span("s2", 9, 18, null)),
            3,
            null,
            12,
            "fr",
            "abc");
    lake.append(Tables.CHUNKS, dataset(Chunk.class, chunk), "test", 1);
    assertEquals(List.of(chunk), lake.read(Tables.CHUNKS).collectAsList());
    assertEquals(3, lake.rows(Tables.CHUNKS).selectExpr("spans[0].page AS page").head().getInt(0));
  }

  @Test
  void anAppendUnderTheSameWriterAndNumberHappensOnce() {
    Lake lake = Lake.open(spark, folder.toString());
    Dataset<Question> rows = dataset(Question.class, question("q1", "pending"));
    lake.append(Tables.QUESTIONS, rows, "run", 1);
    long version = lake.version(Tables.QUESTIONS);
    lake.append(Tables.QUESTIONS, rows, "run", 1);
    assertEquals(1, lake.read(Tables.QUESTIONS).count());
    assertEquals(version, lake.version(Tables.QUESTIONS));
  }

  @Test
  void anUpsertReplacesByKeyAndAnUpdateHonoursItsGuard() {
    Lake lake = Lake.open(spark, folder.toString());
    lake.upsert(
        Tables.QUESTIONS,
        dataset(Question.class, question("q1", "pending"), question("q2", "flagged")));
    lake.upsert(Tables.QUESTIONS, dataset(Question.class, question("q3", "pending")));
    Dataset<Row> changes =
        spark.sql("SELECT explode(array('q1', 'q2')) AS question_id, 'active' AS quality_status");
    lake.update(
        Tables.QUESTIONS, changes, List.of("quality_status"), "old.quality_status = 'pending'");
    List<String> statuses =
        lake.rows(Tables.QUESTIONS)
            .orderBy("question_id")
            .selectExpr("concat(question_id, ' ', quality_status)")
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList();
    assertEquals(List.of("q1 active", "q2 flagged", "q3 pending"), statuses);
  }

  @Test
  void aStatusNobodyKnowsIsRefusedByTheTable() {
    Lake lake = Lake.open(spark, folder.toString());
    Exception refused =
        assertThrows(
            Exception.class,
            () ->
                lake.append(
                    Tables.QUESTIONS, dataset(Question.class, question("q", "lost")), "run", 1));
    assertTrue(stack(refused).contains("questions_rows"), stack(refused));
  }

  @Test
  void countsThatDoNotAddUpAreRefusedByTheTable() {
    Lake lake = Lake.open(spark, folder.toString());
    Agreement wrong =
        new Agreement(
            "c", "a", "b", "all", "x", 10, 0, 9, 0, 0, 0, 1.0, null, "x", NOON, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, Map.of());
    assertThrows(
        Exception.class,
        () -> lake.append(Tables.AGREEMENT, dataset(Agreement.class, wrong), "run", 1));
  }

  @Test
  void theServingViewShowsActiveQuestionsOnly() {
    Lake lake = Lake.open(spark, folder.toString());
    lake.upsert(
        Tables.QUESTIONS,
        dataset(Question.class, question("q1", "active"), question("q2", "pending")));
    lake.registerViews();
    assertEquals("q1", spark.sql("SELECT question_id FROM active_questions").head().getString(0));
    assertEquals(0, spark.sql("SELECT * FROM dead_letters").count());
  }

  @Test
  void aNewerWarehouseIsRefusedWithTheWayOut() throws Exception {
    Files.createDirectories(folder.resolve("_quaestor"));
    Files.writeString(folder.resolve("_quaestor/layout.json"), "{\"version\": 99}");
    JobException refused =
        assertThrows(JobException.class, () -> Lake.open(spark, folder.toString()));
    assertTrue(refused.getMessage().contains("layout version 99"), refused.getMessage());
    assertEquals(2, refused.exitCode().value());
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws Exception {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    JobException refused =
        assertThrows(JobException.class, () -> Lake.open(spark, folder.toString()));
    assertEquals("not_a_warehouse", refused.code());
  }

  @Test
  void anUnsupportedComponentIsNamed() {
    record Odd(StringBuilder text) {}
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RecordEncoder.of(Odd.class));
    assertTrue(refused.getMessage().contains("StringBuilder text"), refused.getMessage());
  }

  @Test
  void anOlderWarehouseGetsItsNewColumnsAndKeepsItsRows() throws Exception {
    Path old = folder.resolve("old");
    Lake.open(spark, old.toString());
    String runs = old.resolve("generation_runs").toString();
    spark.sql("CREATE TABLE delta.`%s` (run_id STRING, status STRING) USING delta".formatted(runs));
    spark.sql(
        "ALTER TABLE delta.`%s` ADD CONSTRAINT generation_runs_rows CHECK (status IN ('complete', 'partial'))"
            .formatted(runs));
    spark.sql("INSERT INTO delta.`%s` VALUES ('run_1', 'complete')".formatted(runs));
    Files.delete(old.resolve("_quaestor/.layout.json.crc"));
    Files.writeString(old.resolve("_quaestor/layout.json"), "{\"version\": 1}");
    Lake lake = Lake.open(spark, old.toString());
    assertEquals("run_1", lake.rows(Tables.GENERATION_RUNS).head().getAs("run_id"));
    assertTrue(List.of(lake.rows(Tables.GENERATION_RUNS).columns()).contains("measures"));
    spark.sql(
        "INSERT INTO delta.`%s` (run_id, status) VALUES ('run_2', 'needs_attention')"
            .formatted(runs));
    assertEquals(2, lake.rows(Tables.GENERATION_RUNS).count());
    assertTrue(
        Files.readString(old.resolve("_quaestor/layout.json"))
            .contains(String.valueOf(Layout.VERSION)));
  }

  @SafeVarargs
  private <T extends Record> Dataset<T> dataset(Class<T> type, T... rows) {
    return spark.createDataset(List.of(rows), RecordEncoder.of(type));
  }

  private static Question question(String id, String status) {
    return new Question(
        id,
        "b",
        "r",
        "u",
        "t",
        "d",
        "c",
        null,
        "v",
        "direct",
        "v2",
        "cheap",
        "a",
        0,
        "mcq_single",
        null,
        "beginner",
        "fr",
        "stem",
        List.of("x", "y", "z"),
        List.of("x"),
        List.of(),
        null,
        List.of(),
        new Evidence(List.of("s1"), List.of(), List.of(), List.of()),
        1.0,
        null,
        null,
        status,
        "draft",
        null,
        "sha",
        NOON,
        NOON);
  }

  private static String stack(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      text.append(at.getMessage()).append('\n');
    }
    return text.toString();
  }
}
