package io.quaestor.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.outside.ImportAudits;
import io.quaestor.outside.ImportOptions;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Evidence;
import io.quaestor.tables.Question;
import io.quaestor.tables.ReviewSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 40 questions, half of either type; of every ten, one fails a gate criterion with one auditor and
 * one a soft criterion, and q0 was judged by nobody as it is now.
 */
class TestDrawSample {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final ConfHome HOME =
      ConfHome.load(
          Path.of(System.getProperty("quaestor.root"), "conf"), null, List.of(), name -> null);

  private Lake lake;

  @TempDir Path folder;

  @BeforeEach
  void judge() {
    lake = Lake.open(TestSession.small(), folder.resolve("warehouse").toString());
    List<Question> questions = IntStream.range(0, 40).mapToObj(TestDrawSample::question).toList();
    List<Audit> audits = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      audits.add(audit("mistral", i, i % 10 != 1, Map.of("variations_valid", i % 10 != 2)));
      audits.add(audit("sonnet", i, true, Map.of()));
    }
    lake.add(
        Tables.QUESTIONS, lake.spark().createDataset(questions, RecordEncoder.of(Question.class)));
    lake.add(Tables.AUDITS, lake.spark().createDataset(audits, RecordEncoder.of(Audit.class)));
  }

  @Test
  void theSameDrawIsTheSameFileAndTellsNoVerdict() throws IOException {
    JobOutcome first = draw(12, 1, "a.csv");
    assertEquals(
        "{judged=39, disagreements=8, drawn=12, drawn_from_disagreements=6, criteria=2, rows=24}",
        first.counts().toString());
    assertTrue(first.changed());
    assertFalse(draw(12, 1, "b.csv").changed());
    String file = Files.readString(folder.resolve("a.csv"));
    assertEquals(file, Files.readString(folder.resolve("b.csv")));
    assertTrue(
        file.startsWith("question_id,auditor,model,criterion,passed,kind,severity,notes,meaning,"),
        file);
    assertFalse(file.contains("true") || file.contains("false"), file);
    assertFalse(file.contains("mistral") || file.contains("sonnet"), file);
    assertTrue(file.contains("The key is right, and no other option is."), file);

    List<ReviewSample> rows = lake.read(Tables.REVIEW_SAMPLES).collectAsList();
    assertEquals(12, rows.stream().map(ReviewSample::questionId).distinct().count());
    for (ReviewSample row : rows) {
      int number = Integer.parseInt(row.questionId().substring(1));
      assertEquals(number % 10 == 1 || number % 10 == 2, row.disagreement(), row.questionId());
      assertEquals((double) row.drawn() / row.population(), row.inclusionProbability());
    }
    double estimated = rows.stream().mapToDouble(r -> 1 / r.inclusionProbability()).sum();
    assertEquals(39, estimated, 1e-9);

    draw(12, 2, "c.csv");
    assertNotEquals(file, Files.readString(folder.resolve("c.csv")));
    JobException refused = assertThrows(JobException.class, () -> draw(12, 1, "a.csv"));
    assertTrue(refused.getMessage().contains("exists and may be filled in"), refused.getMessage());
  }

  @Test
  void filledInItComesBackAsItIs() throws IOException {
    draw(100, 1, "review.csv");
    Path file = folder.resolve("review.csv");
    String filled =
        Files.readString(file).replaceAll("(?m)(answer_correct|variations_valid),,", "$1,true,");
    Files.writeString(file, filled);
    ImportAudits job = new ImportAudits(lake, HOME, CLOCK);
    JobOutcome back =
        job.execute(new ImportOptions(List.of(file.toString()), null, null), List.of(), "run");
    assertEquals(List.of(), job.rejects());
    assertEquals(
        "{rows=78, verdicts=78, repeated=0, rejected=0, audits=39, pass=39, fail=0, unscored=0,"
            + " new=39}",
        back.counts().toString());
    Audit human = lake.read(Tables.AUDITS).filter("auditor = 'human'").first();
    assertEquals(
        "{answer_correct=true} {variations_valid=true}",
        human.gateCriteria() + " " + human.softCriteria());
  }

  @Test
  void jsonLinesHaveEveryField() throws IOException {
    draw(1, 1, "review.jsonl");
    List<String> lines = Files.readAllLines(folder.resolve("review.jsonl"));
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).contains("\"passed\":null"), lines.get(0));
  }

  private JobOutcome draw(int size, long seed, String name) {
    String file = folder.resolve(name).toString();
    return new DrawSample(lake, HOME, CLOCK)
        .execute(new SampleOptions(size, List.of(), seed, 0.5, file));
  }

  private static Audit audit(
      String auditor, int question, boolean passed, Map<String, Boolean> soft) {
    return new Audit(
        "aud_" + auditor + question,
        "q" + question,
        question == 0 ? "old" : "v1",
        auditor,
        "m",
        null,
        "run",
        null,
        passed ? "pass" : "fail",
        null,
        Map.of("answer_correct", passed),
        soft,
        null,
        List.of(),
        List.of(),
        null,
        null,
        false,
        NOON);
  }

  private static Question question(int number) {
    return new Question(
        "q" + number,
        "batch",
        "run",
        null,
        null,
        null,
        null,
        null,
        null,
        "import",
        "v",
        null,
        null,
        number,
        number % 2 == 0 ? "short_answer" : "writing",
        null,
        "beginner",
        "fr",
        "Une \"question\",\nnuméro " + number + " ?",
        List.of(),
        List.of("clef", "autre"),
        List.of(),
        null,
        List.of(),
        new Evidence(List.of(), List.of(), List.of(), List.of("une citation")),
        null,
        null,
        null,
        "pending",
        "draft",
        null,
        "v1",
        NOON,
        NOON);
  }
}
