package io.quaestor.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quaestor.JobOutcome;
import io.quaestor.TestSession;
import io.quaestor.agree.Agree;
import io.quaestor.agree.AgreeOptions;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestImportAudits {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T13:00:00Z"), ZoneOffset.UTC);
  private static final ConfHome HOME =
      ConfHome.load(
          Path.of(System.getProperty("quaestor.root"), "conf"), null, List.of(), name -> null);

  private Lake lake;
  private ImportAudits job;

  @TempDir Path folder;

  @BeforeEach
  void addQuestions() {
    lake = Lake.open(TestSession.small(), folder.resolve("warehouse").toString());
    job = new ImportAudits(lake, HOME, CLOCK);
    List<Question> questions =
        IntStream.rangeClosed(1, 6)
            .mapToObj(
                i ->
                    QuestionCells.of(
                            Map.of(
                                "question_id", "q" + i,
                                "type", "short_answer",
                                "difficulty", "easy",
                                "stem", "Qui ?",
                                "answer", "Moi"))
                        .question())
            .toList();
    lake.add(
        Tables.QUESTIONS, lake.spark().createDataset(questions, RecordEncoder.of(Question.class)));
  }

  @Test
  void rowsBecomeOneAuditPerQuestionAuditorAndTimeAndBadOnesStayOut() throws IOException {
    String csv =
        """
        question_id;auditor;model;criterion;passed;audited_at;severity;notes;extra
        q1;human;;answer;VRAI;;none;;x
        q1;human;;grammar;false;;minor;"faute
        d'accord";
        q1;human;;grammar;FAUX;;minor;;
        q2;human;;answer;;;;;
        q2;human;;grammar;true;;;;
        q3;human;;answer;peut-être;;;;
        q3;human;;grammar;true;;;;
        q4;human;;answer;true;;;;
        q4;human;;answer;false;;;;
        q4;human;;grammar;true;;;;
        q9;human;;answer;true;;;;
        q5;human;;;true;;;;
        q5;human;;answer;true;21/11/2026;;;
        q6;other;m1;answer;1;2026-11-20 08:00;;;
        q6;other;m2;answer;0;2026-11-20T09:00:00+01:00;;;
        q6;mistral;m-x;answer_correct;true;2026-11-20;;;
        q6;mistral;m-x;difficulty_appropriate;false;2026-11-20;;;
        """;
    ImportOptions options = options("audits.csv", csv);
    JobOutcome first = job.execute(options, List.of(), "run");
    assertEquals(
        "{rows=17, verdicts=8, repeated=1, rejected=8, audits=5, pass=1, fail=1, unscored=3,"
            + " new=5}",
        first.counts().toString());
    assertEquals(3, first.exitCode().value());
    assertEquals(
        List.of(
            "audits.csv:8: passed: not_true_or_false (peut-être)",
            "audits.csv:10: passed: contradicting_verdicts (true)",
            "audits.csv:11: passed: contradicting_verdicts (false)",
            "audits.csv:13: question_id: unknown_question (q9)",
            "audits.csv:14: criterion: missing",
            "audits.csv:15: audited_at: no_time (21/11/2026)",
            "audits.csv:16: model: several_models (m1)",
            "audits.csv:17: model: several_models (m2)"),
        job.rejects());
    assertEquals(
        List.of(
            "q1 human fail null {answer -> true, grammar -> false} {} minor faute d'accord 13:00",
            "q2 human unscored missing_criterion {grammar -> true} {} null null 13:00",
            "q3 human unscored missing_criterion {grammar -> true} {} null null 13:00",
            "q4 human unscored missing_criterion {grammar -> true} {} null null 13:00",
            "q6 mistral pass null {answer_correct -> true} {difficulty_appropriate -> false} null"
                + " null 00:00"),
        audits());
    long version = lake.version(Tables.AUDITS);
    assertFalse(job.execute(options, List.of(), "again").changed());
    assertEquals(version, lake.version(Tables.AUDITS));
    assertEquals(6, lake.read(Tables.QUESTIONS).filter("qualityStatus = 'pending'").count());
  }

  @Test
  void outsideAuditorsAgreeAsOursDoAndSoftIsWhatTheRowOrTheUserSays() throws IOException {
    String jsonl =
        """
        {"question_id":"q1","auditor":"human","model":null,"criterion":"answer","passed":true}
        {"question_id":"q1","auditor":"human","criterion":"level","passed":false,"kind":"soft"}
        {"question_id":"q2","auditor":"human","criterion":"answer","passed":false}
        {"question_id":"q1","auditor":"robot","model":"r","criterion":"answer","passed":"false"}
        {"question_id":"q2","auditor":"robot","model":"r","criterion":"answer","passed":false}
        {"question_id":"q2","auditor":"robot","model":"r","criterion":"style","passed":false}
        """;
    JobOutcome outcome = job.execute(options("a.jsonl", jsonl), List.of("style"), "run");
    assertEquals("complete", outcome.status());
    assertEquals(
        List.of(
            "q1 human pass null {answer -> true} {level -> false} null null 13:00",
            "q1 robot fail null {answer -> false} {} null null 13:00",
            "q2 human fail null {answer -> false} {} null null 13:00",
            "q2 robot fail null {answer -> false} {style -> false} null null 13:00"),
        audits());
    new Agree(lake, HOME.conf(), CLOCK)
        .execute(new AgreeOptions(List.of("human", "robot"), "gate"));
    assertEquals(
        "2 0 0 1 1",
        lake.rows(Tables.AGREEMENT)
            .filter("segment = 'all' AND criterion = 'answer'")
            .selectExpr("concat_ws(' ', n, both_pass, a_only_fail, b_only_fail, both_fail)")
            .head()
            .getString(0));
  }

  private List<String> audits() {
    return lake.read(Tables.AUDITS)
        .orderBy("questionId", "auditor")
        .selectExpr(
            "concat_ws(' ', questionId, auditor, outcome, coalesce(reason, 'null'),"
                + " CAST(gateCriteria AS STRING), CAST(softCriteria AS STRING),"
                + " coalesce(severity, 'null'), coalesce(replace(notes, '\\n', ' '), 'null'),"
                + " date_format(auditedAt, 'HH:mm'))")
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList();
  }

  private ImportOptions options(String name, String text) throws IOException {
    return new ImportOptions(List.of(file(name, text)), null, null);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
