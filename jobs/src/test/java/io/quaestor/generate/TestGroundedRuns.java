package io.quaestor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.generate.plan.Scope;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.llm.ScriptedModel;
import io.quaestor.tables.Batch;
import io.quaestor.tables.Fact;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the pipeline {@code grounded} against a scripted provider. */
class TestGroundedRuns {
  private static final Clock CLOCK = Clock.fixed(TinyCorpus.NOON, ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void verifiedClaimsBecomeQuestionsAndTheSameAgainMakesNoCall() {
    try (ScriptedModel model = new ScriptedModel(TestGroundedRuns::withOneFalseQuote)) {
      Lake lake = TinyCorpus.lake(folder, 1);
      JobOutcome outcome = job(lake, model, "first", 2).execute();
      assertEquals("complete", outcome.status());
      assertEquals(
          Map.of("asked", 4L, "accepted", 3L, "rejected", 1L, "failed", 0L), ends(outcome));
      assertFacts(lake.read(Tables.FACTS).orderBy("ordinal").collectAsList());
      Rejection dropped = lake.read(Tables.REJECTIONS).first();
      assertEquals(List.of("evidence_not_found"), dropped.reasons());
      assertEquals("evidence", dropped.stage());
      assertEquals("rejected", dropped.outcome());
      assertTrue(dropped.draft().contains("\"claim_id\":\"c2\""), dropped.draft());
      assertQuestion(lake.read(Tables.QUESTIONS).orderBy("slot").first());
      int calls = model.asked().size();
      assertEquals(4, calls);
      assertFalse(job(lake, model, "second", 2).execute().changed());
      assertEquals(calls, model.asked().size());
    }
  }

  @Test
  void aRunKilledBeforeItWroteAnythingGoesOnWithoutACall() {
    try (ScriptedModel model = new ScriptedModel(TestGroundedRuns::sound)) {
      Lake lake = TinyCorpus.lake(folder, 1);
      job(lake, model, "killed", 2).trial();
      int calls = model.asked().size();
      assertEquals("complete", job(lake, model, "again", 2).execute().status());
      assertEquals(calls, model.asked().size());
      assertEquals(3, lake.read(Tables.QUESTIONS).count());
    }
  }

  @Test
  void whenHalfTheFactBanksFailForGoodTheOthersCarryOn() {
    try (ScriptedModel model = new ScriptedModel(TestGroundedRuns::withoutTwoBanks)) {
      Lake lake = TinyCorpus.lake(folder, 4);
      JobOutcome outcome = job(lake, model, "first", 26).execute();
      assertEquals("partial", outcome.status());
      Map<String, List<Batch>> batches =
          lake.read(Tables.BATCHES).collectAsList().stream()
              .collect(Collectors.groupingBy(Batch::topic));
      List<String> carried =
          lake.read(Tables.QUESTIONS).collectAsList().stream().map(Question::topic).toList();
      for (Map.Entry<String, List<Batch>> topic : batches.entrySet()) {
        boolean fails = topic.getKey().endsWith("1") || topic.getKey().endsWith("3");
        Batch batch = topic.getValue().get(0);
        assertEquals(fails ? "failed" : "complete", batch.status(), topic.getKey());
        assertEquals(fails ? 3 : 1, batch.attempts());
        assertEquals(batch.asked(), fails ? batch.failed() : batch.accepted());
        assertEquals(fails ? "call_failed" : null, batch.reason());
        assertEquals(!fails, carried.contains(topic.getKey()));
      }
      assertEquals(4, batches.size());
    }
  }

  @Test
  void whatIsDiscardedSaysWhy() {
    try (ScriptedModel model = new ScriptedModel(TestGroundedRuns::spoilt)) {
      Lake lake = TinyCorpus.lake(folder, 1);
      assertEquals("partial", job(lake, model, "first", 6).execute().status());
      List<Rejection> rejections =
          lake.read(Tables.REJECTIONS).collectAsList().stream()
              .sorted(Comparator.comparingInt(Rejection::slot))
              .toList();
      assertEquals(
          List.of(
              "structure duplicate_option",
              "evidence evidence_not_found",
              "evidence quote_not_found",
              "audit low_confidence",
              "audit several_options_supported",
              "audit audit_key_mismatch",
              "generation call_failed"),
          rejections.stream().map(r -> r.stage() + " " + r.reasons().get(0)).toList());
      assertEquals("failed", rejections.get(6).outcome());
      assertEquals("chunk-0", rejections.get(6).chunkId());
      assertEquals(1, lake.read(Tables.QUESTIONS).count());
    }
  }

  @Test
  void onlyMultipleChoiceWithOneKeyCanBeAskedFor() {
    try (ScriptedModel model = new ScriptedModel(TestGroundedRuns::sound)) {
      JobContext context = TinyCorpus.context(TinyCorpus.lake(folder, 1), model.url(), "typed");
      GenerateOptions typed =
          new GenerateOptions("grounded", Scope.ALL, "writing", null, null, 2, 1);
      JobException refused =
          assertThrows(JobException.class, () -> new GenerateJob(context, typed, CLOCK));
      assertEquals("unknown_type", refused.code());
      assertTrue(refused.remedy().contains("mcq_single"), refused.remedy());
    }
  }

  private static void assertFacts(List<Fact> facts) {
    assertEquals(
        List.of("asked", "dropped", "asked", "asked", "spare", "spare", "spare", "spare"),
        facts.stream().map(Fact::status).toList());
    assertEquals(List.of("Le train 0-2 part au matin."), facts.get(1).unverified());
    assertEquals(List.of("s1"), facts.get(0).evidenceSpanIds());
  }

  private static void assertQuestion(Question question) {
    assertEquals(List.of(TinyCorpus.sentence(0, 1)), question.sourceEvidence().quotes());
    assertEquals(List.of("s1"), question.sourceEvidence().evidenceSpanIds());
    assertEquals(1, question.sourceEvidence().factIds().size());
    assertEquals(List.of(1), question.sourceEvidence().pageRefs());
    assertEquals(1.0, question.groundingScore());
    assertEquals(Map.of("confidence", 0.9), question.qualityFlags().scores());
    assertEquals("v5", question.pipelineVersion());
    assertEquals("pending", question.qualityStatus());
  }

  private static String sound(String prompt) {
    return prompt.contains("\"task\":\"facts\"")
        ? TrainWriter.claims(prompt)
        : TrainWriter.question(prompt);
  }

  private static String withOneFalseQuote(String prompt) {
    return prompt.contains("\"task\":\"facts\"")
        ? TrainWriter.claims(prompt)
            .replace("[\"Le train 0-2 part à 2 heures.\"]", "[\"Le train 0-2 part au matin.\"]")
        : TrainWriter.question(prompt);
  }

  private static String withoutTwoBanks(String prompt) {
    boolean fails = prompt.contains("topic=\"Trains 1\"") || prompt.contains("topic=\"Trains 3\"");
    return fails ? null : sound(prompt);
  }

  private static String spoilt(String prompt) {
    if (prompt.contains("\"task\":\"facts\"")) {
      return TrainWriter.claims(prompt);
    }
    String question = TrainWriter.question(prompt);
    return switch (TrainWriter.claim(prompt).get("claim_id").asText()) {
      case "c1" -> question;
      case "c2" -> question.replace("\"faux\",", "\"Vrai.\",");
      case "c3" -> question.replaceFirst("\"quotes\":\\[\"[^\"]*\"]", "\"quotes\":[]");
      case "c4" -> question.replaceFirst("\"quotes\":\\[\"", "\"quotes\":[\"Jamais : ");
      case "c5" -> question.replace("0.9", "0.69");
      case "c6" -> question.replace("\"faux\",\"supported\":false", "\"faux\",\"supported\":true");
      case "c7" -> question.replace("\"answer\":\"vrai\"", "\"answer\":\"faux\"");
      default -> null;
    };
  }

  private static Map<String, Long> ends(JobOutcome outcome) {
    return outcome.counts().entrySet().stream()
        .filter(e -> List.of("asked", "accepted", "rejected", "failed").contains(e.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static GenerateJob job(Lake lake, ScriptedModel model, String runId, int target) {
    return new GenerateJob(
        TinyCorpus.context(lake, model.url(), runId),
        GenerateOptions.all("grounded", target, 1),
        CLOCK);
  }
}
