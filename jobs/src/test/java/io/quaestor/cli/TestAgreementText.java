package io.quaestor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.TestSession;
import io.quaestor.agree.Agree;
import io.quaestor.agree.AgreeOptions;
import io.quaestor.agree.Findings;
import io.quaestor.agree.Study;
import io.quaestor.conf.AgreeConf;
import io.quaestor.conf.Conf;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestAgreementText {
  @TempDir Path folder;

  /** Percentages and counts as published for 1,039 questions. */
  @Test
  void thePublishedStudyIsPrintedAsPublished() {
    Lake lake = Lake.open(TestSession.small(), folder.toString());
    Study.into(lake);
    Conf conf = new Conf(Map.of(), Map.of(), null, null, null, new AgreeConf(0.07), null);
    Agree job = new Agree(lake, conf, Clock.systemUTC());
    Map<String, Long> counts =
        job.execute(new AgreeOptions(List.of("sonnet", "mistral"), "any")).counts();
    assertEquals(476, counts.get("flagged_by_mistral_passed_by_sonnet"));
    assertEquals(34, counts.get("flagged_by_sonnet_passed_by_mistral"));

    List<String> lines = AgreementText.of(job.findings());
    String text = String.join("\n", lines).replaceAll(" +", " ");
    for (String expected :
        List.of(
            "answer_correct 91.2% (",
            "grammar_correct 95.9% (",
            "no_hallucination 91.9% (90.1 to 93.4) 51.2%",
            "question_coherent 95.4% (",
            "all criteria together 162 104",
            "soft signals too:\n 34 only by sonnet, 476 only by mistral, mistral to sonnet 14.0 to 1 (9.9 to 20.5)",
            "A and B judge by different criteria",
            "mistral difficulty_appropriate soft 1,039 426 41.0% (38.0 to 44.0) soft",
            "sonnet grammar_correct gate 1,039 11 1.1% (0.6 to 1.9) gate",
            "sonnet answer_correct gate 1,039 64 6.2% (4.9 to 7.8) undecided",
            "No verdict is missing.")) {
      assertTrue(text.contains(expected), expected + " in\n" + text);
    }
    lines.forEach(line -> assertTrue(line.length() <= 100, line));
    assertEquals(
        List.of("any mistral 476", "any sonnet 34"),
        lake
            .rows(Tables.BLIND_SPOTS)
            .where("definition = 'any'")
            .groupBy("definition", "flagged_by")
            .count()
            .selectExpr("concat_ws(' ', definition, flagged_by, count)")
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList()
            .stream()
            .sorted()
            .toList());
  }

  @Test
  void aComparisonOfNothingSaysNothing() {
    assertEquals(List.of(), AgreementText.of(new Findings(List.of(), List.of(), List.of(), 0)));
  }
}
