package io.quaestor.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestImportQuestions {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T13:00:00Z"), ZoneOffset.UTC);

  private static final String CSV =
      """
      \uFEFFquestion_id,type,difficulty,stem,options,answer,acceptable_variations,quality_score,note
      q1,mcq_single,easy,Quelle couleur ?,rouge|vert|bleu,rouge,,7.5,ours
      q2,short_answer,intermediate,"Deux lignes,

      et une ""citation"".",,"[""La mer"", ""L'océan""]",mer|oceans,,

      q3,mcq_single,easy,Sans clef,"[""a"",""b"",""c""]",d,,,
      q4,essay,hard,Quoi ?,,x,,11,
      q5,true_false,advanced,Vrai ?,vrai|faux,vrai
      q6,fill_in_blank,beginner,Le chat [blank] ici.,,dort,,,
      q6,fill_in_blank,beginner,Le chat [blank] là.,,dort,,,
      q7,short_answer,beginner,"Pas fermé,,x,,,
      """;

  private Lake lake;

  @TempDir Path folder;

  @BeforeEach
  void open() {
    lake = Lake.open(TestSession.small(), folder.resolve("warehouse").toString());
  }

  @Test
  void aCsvFileGivesItsGoodRowsAndSaysWhereTheOthersStand() throws IOException {
    ImportQuestions job = new ImportQuestions(lake, CLOCK);
    Path rejects = folder.resolve("rejects.jsonl");
    ImportOptions options =
        new ImportOptions(List.of(file("bank.csv", CSV)), null, rejects.toString());
    JobOutcome first = job.execute(options, null, false);
    assertEquals(
        "{rows=8, imported=3, replaced=0, unchanged=0, rejected=5}", first.counts().toString());
    assertEquals(3, first.exitCode().value());
    assertEquals(
        List.of(
            "bank.csv:7: answer: key_not_in_options (d)",
            "bank.csv:8: quality_score: out_of_range (11)",
            "bank.csv:8: type: unknown_type (essay)",
            "bank.csv:9: other_number_of_fields",
            "bank.csv:11: question_id: other_content_above (q6)",
            "bank.csv:12: unclosed_quote"),
        job.rejects());
    List<String> lines = Files.readAllLines(rejects);
    assertEquals(6, lines.size());
    assertTrue(
        lines
            .get(0)
            .endsWith(
                "\"line\":7,\"id\":\"q3\",\"field\":\"answer\",\"reason\":\"key_not_in_options\","
                    + "\"value\":\"d\"}"),
        lines.get(0));

    assertAsInTheFile(questions());
    assertConserved();
    Map<String, Long> before = versions();
    JobOutcome again = job.execute(options, null, false);
    assertEquals(
        "{rows=8, imported=0, replaced=0, unchanged=3, rejected=5}", again.counts().toString());
    assertFalse(again.changed());
    assertEquals(before, versions());
  }

  private static void assertAsInTheFile(Map<String, Question> questions) {
    assertEquals(List.of("q1", "q2", "q6"), questions.keySet().stream().sorted().toList());
    Question q1 = questions.get("q1");
    assertEquals(List.of("rouge", "vert", "bleu"), q1.options());
    assertEquals(
        "beginner pending draft import bank.csv 7.5 1",
        "%s %s %s %s %s %s %d"
            .formatted(
                q1.difficulty(),
                q1.qualityStatus(),
                q1.reviewStatus(),
                q1.pipeline(),
                q1.pipelineVersion(),
                q1.qualityScore(),
                q1.slot()));
    assertNull(q1.chunkId());
    Question q2 = questions.get("q2");
    assertEquals("Deux lignes,\n\net une \"citation\".", q2.stem());
    assertEquals(List.of("La mer", "L'océan"), q2.answer());
    assertEquals(List.of("mer", "oceans"), q2.acceptableVariations());
  }

  private void assertConserved() {
    GenerationRun run = lake.read(Tables.GENERATION_RUNS).first();
    assertEquals(
        "8 3 3 2 import bank.csv",
        "%d %d %d %d %s %s"
            .formatted(
                run.asked(),
                run.accepted(),
                run.rejected(),
                run.failed(),
                run.pipeline(),
                run.pipelineVersion()));
    assertEquals(5, lake.read(Tables.REJECTIONS).count());
    assertEquals(1, lake.read(Tables.BATCHES).count());
    assertEquals(run.runId(), questions().get("q1").runId());
  }

  @Test
  void otherContentIsAConflictUnlessItIsToReplace() throws IOException {
    ImportQuestions job = new ImportQuestions(lake, CLOCK);
    String one =
        "{\"question_id\":\"q1\",\"type\":\"short_answer\",\"difficulty\":\"easy\","
            + "\"stem\":\"Qui ?\",\"options\":[],\"answer\":[\"Moi\"],\"explanation\":\"%s\","
            + "\"source_evidence\":{\"quotes\":[\"c'est moi\"]},\"unit_id\":\"u\"}\n";
    String two = one.formatted("b").replace("Qui ?", "Qui donc ?");
    execute(job, "a.jsonl", one.formatted("a"), false);
    assertEquals(List.of("c'est moi"), questions().get("q1").sourceEvidence().quotes());
    assertEquals(List.of(), questions().get("q1").sourceEvidence().factIds());

    JobOutcome conflict = execute(job, "b.jsonl", two + "[1]\n\n{\"question_id\":\n", false);
    assertEquals(
        "{rows=3, imported=0, replaced=0, unchanged=0, rejected=3}", conflict.counts().toString());
    assertEquals(
        List.of(
            "b.jsonl:1: question_id: other_content_exists (q1)",
            "b.jsonl:2: no_json_object",
            "b.jsonl:4: no_json_object"),
        job.rejects());
    assertEquals("Qui ?", questions().get("q1").stem());

    String runId = questions().get("q1").runId();
    JobOutcome replaced = execute(job, "b.jsonl", two, true);
    assertEquals(1, replaced.counts().get("replaced"));
    Question now = questions().get("q1");
    assertEquals(
        "Qui donc ? b u " + runId,
        "%s %s %s %s".formatted(now.stem(), now.explanation(), now.unitId(), now.runId()));
    assertFalse(execute(job, "b.jsonl", two, true).changed());
  }

  @Test
  void parquetKeepsListsAndCountsItsRows() throws IOException {
    String table = folder.resolve("bank.parquet").toString();
    TestSession.small()
        .sql(
            "SELECT 'q' || id AS question_id, 'mcq_single' AS type, 'hard' AS difficulty,"
                + " if(id = 2, '', 'Quel nombre ?') AS stem, array('un', 'deux', 'a|b') AS options,"
                + " array('a|b') AS answer, 0.5D AS grounding_score,"
                + " array(named_struct('option', 'un', 'rationale', 'r')) AS"
                + " distractor_rationales FROM range(4)")
        .coalesce(1)
        .write()
        .parquet(table);
    ImportQuestions job = new ImportQuestions(lake, CLOCK);
    JobOutcome outcome =
        job.execute(new ImportOptions(List.of(table), null, null), "bank-1", false);
    assertEquals(3, outcome.counts().get("imported"));
    assertEquals(1, job.rejects().size());
    assertTrue(job.rejects().get(0).endsWith(":3: stem: missing"), job.rejects().get(0));
    Question q0 = questions().get("q0");
    assertEquals(List.of("un", "deux", "a|b"), q0.options());
    assertEquals("r", q0.distractorRationales().get(0).rationale());
    assertEquals(0.5, q0.groundingScore());
    assertEquals("bank-1", q0.pipelineVersion());
  }

  @Test
  void whatCannotBeReadAtAllSaysWhatIsMissing() throws IOException {
    String lacks = file("lacks.csv", "question_id;type;stem\nq1;writing;x\n");
    assertMessage(
        "has no column difficulty, options, answer; it has question_id, type, stem", lacks);
    assertMessage("there is no such file or folder", folder.resolve("none.csv").toString());
    assertMessage("Cannot tell the format of", file("bank.txt", "x"));
    assertMessage("names no columns", file("empty.csv", ""));
  }

  private void assertMessage(String part, String path) {
    JobException refused =
        assertThrows(
            JobException.class,
            () ->
                new ImportQuestions(lake, CLOCK)
                    .execute(new ImportOptions(List.of(path), null, null), null, false));
    assertTrue(refused.getMessage().contains(part), refused.getMessage());
    assertEquals(2, refused.exitCode().value());
  }

  private JobOutcome execute(ImportQuestions job, String name, String text, boolean replace)
      throws IOException {
    return job.execute(new ImportOptions(List.of(file(name, text)), null, null), null, replace);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Map<String, Question> questions() {
    return lake.read(Tables.QUESTIONS).collectAsList().stream()
        .collect(Collectors.toMap(Question::questionId, question -> question));
  }

  private Map<String, Long> versions() {
    return Tables.all().stream().collect(Collectors.toMap(t -> t.name(), lake::version));
  }
}
