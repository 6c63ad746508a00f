package io.quaestor.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.TestSession;
import io.quaestor.agree.Agree;
import io.quaestor.agree.AgreeOptions;
import io.quaestor.conf.ConfHome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study of 1,039 questions and two auditors that were never ours: its published counts come out
 * of files as they went in. What was not published (both failed) is made up.
 */
class TestPublishedStudy {
  private static final int QUESTIONS = 1039;

  /** From, to (exclusive): who fails what on which questions. */
  private record Fails(String auditor, String criterion, int from, int to) {
    boolean on(int question) {
      return from <= question && question < to;
    }
  }

  private static final List<Fails> FAILS =
      List.of(
          new Fails("sonnet", "no_hallucination", 0, 76),
          new Fails("sonnet", "answer_correct", 0, 44),
          new Fails("sonnet", "question_coherent", 0, 36),
          new Fails("sonnet", "grammar_correct", 0, 6),
          new Fails("mistral", "answer_correct", 100, 147),
          new Fails("mistral", "grammar_correct", 100, 137),
          new Fails("mistral", "question_coherent", 100, 112),
          new Fails("mistral", "no_hallucination", 100, 108),
          new Fails("sonnet", "no_hallucination", 200, 244),
          new Fails("mistral", "no_hallucination", 200, 244),
          new Fails("mistral", "difficulty_appropriate", 0, 42),
          new Fails("mistral", "difficulty_appropriate", 300, 684),
          new Fails("mistral", "variations_valid", 494, 729));

  private static final List<String> SHARED =
      List.of("answer_correct", "grammar_correct", "no_hallucination", "question_coherent");

  private static final List<String> OF_MISTRAL =
      List.of(
          "natural_french", "register_appropriate", "difficulty_appropriate", "variations_valid");

  @TempDir Path folder;

  @Test
  void comesOutAsPublished() throws IOException {
    Lake lake = Lake.open(TestSession.small(), folder.resolve("warehouse").toString());
    ConfHome home =
        ConfHome.load(
            Path.of(System.getProperty("quaestor.root"), "conf"), null, List.of(), name -> null);
    new ImportQuestions(lake, Clock.systemUTC())
        .execute(options("questions.csv", questions()), "study", false);
    var imported =
        new ImportAudits(lake, home, Clock.systemUTC())
            .execute(options("audits.csv", audits()), List.of(), "run");
    assertEquals(2 * QUESTIONS, imported.counts().get("new"));
    new Agree(lake, home.conf(), Clock.systemUTC())
        .execute(new AgreeOptions(List.of("sonnet", "mistral"), "any"));
    assertEquals(
        List.of(
            "answer_correct 91.2% 44 47",
            "flagged_any 50.9% 34 476",
            "grammar_correct 95.9% 6 37",
            "no_hallucination 91.9% 76 8",
            "question_coherent 95.4% 36 12"),
        lake.rows(Tables.AGREEMENT)
            .where("segment = 'all' AND criterion <> 'flagged_gate'")
            .orderBy("criterion")
            .selectExpr(
                "concat(criterion, ' ', format_number(100 * agreement, 1), '% ', a_only_fail, ' ',"
                    + " b_only_fail)")
            .as(Encoders.STRING())
            .collectAsList());
  }

  private static List<String> questions() {
    List<String> lines = new ArrayList<>();
    lines.add("question_id,type,difficulty,stem,options,answer");
    for (int i = 0; i < QUESTIONS; i++) {
      lines.add(String.format(Locale.ROOT, "q%d,short_answer,beginner,Question %d ?,,oui", i, i));
    }
    return lines;
  }

  private static List<String> audits() {
    List<String> lines = new ArrayList<>();
    lines.add("question_id,auditor,model,criterion,passed");
    for (int question = 0; question < QUESTIONS; question++) {
      for (String criterion : SHARED) {
        lines.add(line(question, "sonnet", criterion));
        lines.add(line(question, "mistral", criterion));
      }
      for (String criterion : OF_MISTRAL) {
        lines.add(line(question, "mistral", criterion));
      }
    }
    return lines;
  }

  private static String line(int question, String auditor, String criterion) {
    boolean fails =
        FAILS.stream()
            .anyMatch(
                f ->
                    f.auditor().equals(auditor)
                        && f.criterion().equals(criterion)
                        && f.on(question));
    return "q%d,%s,%s-model,%s,%s".formatted(question, auditor, auditor, criterion, !fails);
  }

  private ImportOptions options(String name, List<String> lines) throws IOException {
    Path file = Files.write(folder.resolve(name), lines);
    return new ImportOptions(List.of(file.toString()), null, null);
  }
}
