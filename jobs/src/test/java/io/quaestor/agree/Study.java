package io.quaestor.agree;

import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/**
 * Audits of 1,039 questions with the counts of the published comparison of Mistral's and Sonnet's
 * auditors. What it does not tell is filled in: how many both failed, and which questions had
 * several fails.
 */
public final class Study {
  private static final int QUESTIONS = 1_039;

  private static final List<Counts> COUNTS =
      List.of(
          new Counts("answer_correct", 20, 44, 47),
          new Counts("grammar_correct", 5, 6, 37),
          new Counts("no_hallucination", 44, 76, 8),
          new Counts("question_coherent", 10, 36, 12));

  private static final List<String> GATE_OF_MISTRAL =
      List.of(
          "answer_correct",
          "grammar_correct",
          "no_hallucination",
          "question_coherent",
          "natural_french",
          "register_appropriate");

  /** Questions that only Sonnet flagged, under {@code any}. */
  private static final int ONLY_SONNET = 34;

  /** Questions that only Mistral flagged, under {@code any}. */
  private static final int ONLY_MISTRAL = 476;

  private static final int DIFFICULTY_FAILS = 426;

  private final List<Fails> fails = new ArrayList<>();

  private Study() {
    for (Counts counts : COUNTS) {
      add(counts.both(), counts.criterion(), counts.criterion(), "");
      add(counts.onlyMistral(), "", counts.criterion(), "");
    }
    int soft = ONLY_MISTRAL - COUNTS.stream().mapToInt(Counts::onlyMistral).sum();
    int difficult = 0;
    for (int i = 0; i < soft; i++) {
      add(1, "", "", softFail(difficult++));
    }
    int unseen = ONLY_SONNET;
    for (Counts counts : COUNTS) {
      for (int i = 0; i < counts.onlySonnet(); i++) {
        boolean alone = unseen > 0 && counts.criterion().equals("no_hallucination");
        unseen -= alone ? 1 : 0;
        add(1, counts.criterion(), "", alone ? "" : softFail(difficult++));
      }
    }
    add(QUESTIONS - fails.size(), "", "", "");
  }

  private static String softFail(int already) {
    return already < DIFFICULTY_FAILS ? "difficulty_appropriate" : "variations_valid";
  }

  /** How a criterion fell out. */
  private record Counts(String criterion, int both, int onlySonnet, int onlyMistral) {}

  /** What one question failed; empty for nothing. */
  private record Fails(String sonnet, String mistral, String soft) {}

  private void add(int questions, String sonnet, String mistral, String soft) {
    IntStream.range(0, questions).forEach(i -> fails.add(new Fails(sonnet, mistral, soft)));
  }

  /** Writes questions and audits, each in one commit. */
  public static void into(Lake lake) {
    Study study = new Study();
    SparkSession spark = lake.spark();
    List<Question> questions = new ArrayList<>();
    List<Audit> audits = new ArrayList<>();
    for (int i = 0; i < study.fails.size(); i++) {
      Fails failed = study.fails.get(i);
      String id = "q%04d".formatted(i);
      questions.add(Questions.question(id, i % 2 == 0 ? "mcq_single" : "short_answer"));
      audits.add(
          Audits.verdict(
              "sonnet", id, text(GATE_OF_MISTRAL.subList(0, 4), failed.sonnet()::equals), ""));
      audits.add(
          Audits.verdict(
              "mistral",
              id,
              text(GATE_OF_MISTRAL, failed.mistral()::equals),
              text(List.of("difficulty_appropriate", "variations_valid"), failed.soft()::equals)));
    }
    lake.add(Tables.QUESTIONS, spark.createDataset(questions, RecordEncoder.of(Question.class)));
    lake.add(Tables.AUDITS, spark.createDataset(audits, RecordEncoder.of(Audit.class)));
  }

  private static String text(List<String> criteria, Predicate<String> failed) {
    return String.join(
        " ", criteria.stream().map(name -> failed.test(name) ? name + "-" : name).toList());
  }
}
