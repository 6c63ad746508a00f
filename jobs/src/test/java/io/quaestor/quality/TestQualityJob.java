package io.quaestor.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.conf.QualityConf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.KeyPosition;
import io.quaestor.tables.NearDuplicate;
import io.quaestor.tables.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestQualityJob {
  private static final List<String> FOUR = List.of("un", "deux", "trois", "quatre");
  private static final QualityConf CONF = new QualityConf(0.85, 32, 4, 100);
  private final SparkSession spark = TestSession.small();

  @TempDir Path folder;

  @Test
  void anEmptyWarehouseHasNothingToSay() {
    JobOutcome outcome = run(open());
    assertEquals(
        "{questions=0, key_not_found=0, without_words=0, near_duplicates=0, in_another_unit=0,"
            + " crowded_buckets=0}",
        outcome.counts().toString());
    assertFalse(outcome.changed());
  }

  @Test
  void theSameQuestionsAgainWriteNothing() {
    Lake lake = open();
    put(lake, 1, question("q1", "a").build(), question("q2", "b").build());
    put(lake, 2, question("q3", "a").reviewStatus("archived").build());

    JobOutcome first = run(lake);
    assertTrue(first.changed());
    assertEquals(2, first.counts().get("questions"));
    assertEquals(1, first.counts().get("in_another_unit"));
    assertEquals(
        List.of(new NearDuplicate("q2", "q1", 1, false)),
        lake.read(Tables.NEAR_DUPLICATES).collectAsList());
    long version = lake.version(Tables.NEAR_DUPLICATES);

    JobOutcome second = run(lake);
    assertFalse(second.changed());
    assertEquals(first.counts(), second.counts());
    assertEquals(version, lake.version(Tables.NEAR_DUPLICATES));

    lake.upsert(Tables.QUESTIONS, rows(question("q2", "b").reviewStatus("rejected").build()));
    assertTrue(run(lake).changed());
    assertEquals(0, lake.read(Tables.NEAR_DUPLICATES).count());
  }

  @Test
  void keysAreCountedPerTypeAndNumberOfOptions() {
    Lake lake = open();
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String key = FOUR.get(i < 25 ? 1 : i % 4);
      questions.add(choice("a" + i, "mcq_single", FOUR, key));
    }
    questions.add(choice("b", "mcq_single", FOUR.subList(0, 3), "« Trois »"));
    questions.add(choice("c", "mcq_single", FOUR, "cinq"));
    questions.add(choice("d", "mcq_multi", FOUR, "un", "quatre"));
    put(lake, 1, questions.toArray(Question[]::new));

    assertEquals(1, run(lake).counts().get("key_not_found"));
    List<KeyPosition> rows = new QualityJob(lake, CONF).positions();
    assertEquals(3, rows.size());
    assertEquals(
        new KeyPosition(
            "direct", "mcq_multi", 4, List.of(1L, 0L, 0L, 1L), 2, null, null, null, "several_keys"),
        rows.get(0));
    assertEquals(
        new KeyPosition(
            "direct",
            "mcq_single",
            3,
            List.of(0L, 0L, 1L),
            1,
            null,
            null,
            null,
            "expected_below_5"),
        rows.get(1));
    assertEquals(List.of(3L, 29L, 4L, 4L), rows.get(2).counts());
    assertEquals(40, rows.get(2).keys());
    assertEquals(48.2, rows.get(2).chiSquare(), 1e-9);
    assertEquals(3, rows.get(2).degreesOfFreedom());
    assertTrue(rows.get(2).pValue() < 1e-9);
  }

  private static QuestionBuilder question(String id, String unit) {
    return new QuestionBuilder(id).unit(unit);
  }

  private static Question choice(String id, String type, List<String> options, String... keys) {
    return new QuestionBuilder(id).stem(id).choice(type, options, keys).build();
  }

  private Lake open() {
    return Lake.open(spark, folder.resolve("warehouse").toString());
  }

  private JobOutcome run(Lake lake) {
    return new QualityJob(lake, CONF).execute();
  }

  private void put(Lake lake, long sequence, Question... questions) {
    lake.append(Tables.QUESTIONS, rows(questions), "questions", sequence);
  }

  private org.apache.spark.sql.Dataset<Question> rows(Question... questions) {
    return spark.createDataset(List.of(questions), RecordEncoder.of(Question.class));
  }
}
