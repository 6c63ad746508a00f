package io.quaestor.generate.direct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quaestor.generate.batch.Check;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.generate.batch.GeneratedBatch;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Question;
import io.quaestor.tables.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slots of a batch, from drafts and verdicts. */
class TestValidating {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String TEXT = "Le chat dort. Il mange.";
  private static final Validating VALIDATING =
      new Validating(null, new Maker("direct", "v2", null));

  @Test
  void aSoundDraftWithAGoodVerdictIsAPendingQuestion() {
    Slot slot =
        slots(List.of(draft("Le [blank] dort.", "Le chat dort.")), verdict(true, "beginner"))
            .get(0);
    Question question = slot.question();
    assertEquals("pending", question.qualityStatus());
    assertEquals(List.of("Le chat dort."), question.sourceEvidence().quotes());
    assertEquals(List.of("matou"), question.acceptableVariations());
    assertEquals(1.0, question.groundingScore());
    assertNull(question.qualityFlags().originalDifficulty());
  }

  @Test
  void theValidatorRelabelsDifficultyAndTheOldOneIsKept() {
    Question question =
        slots(List.of(draft("Le [blank] dort.", "Le chat dort.")), verdict(true, "advanced"))
            .get(0)
            .question();
    assertEquals("advanced", question.difficulty());
    assertEquals("beginner", question.qualityFlags().originalDifficulty());
  }

  @Test
  void aQuestionTheValidatorDidNotAnswerForIsRejected() {
    DraftQuestion draft = draft("Le [blank] dort.", "Le chat dort.");
    List<Slot> slots = slots(List.of(draft, draft), verdict(true, "beginner"));
    assertEquals(List.of("validation_missing"), slots.get(1).rejection().reasons());
    assertEquals(
        List.of("validation_missing"), slots(List.of(draft), null).get(0).rejection().reasons());
  }

  @Test
  void aWrongAnswerIsRejectedWithItsReason() {
    Slot slot =
        slots(List.of(draft("Le [blank] dort.", "Le chat dort.")), verdict(false, "beginner"))
            .get(0);
    assertEquals("validation", slot.rejection().stage());
    assertEquals(List.of("answer_incorrect"), slot.rejection().reasons());
  }

  @Test
  void aQuoteThatIsNotInTheChunkIsNeverKept() {
    Slot slot = slots(List.of(draft("Le [blank] dort.", "Le chien dort.")), null).get(0);
    assertEquals(List.of("quote_not_found"), slot.rejection().reasons());
    assertEquals("evidence", slot.rejection().stage());
  }

  @Test
  void aBrokenStructureIsNamed() {
    Slot slot = slots(List.of(draft("Le [blank] [blank].", "Le chat dort.")), null).get(0);
    assertEquals(List.of("blank_count"), slot.rejection().reasons());
  }

  @Test
  void slotsTheModelLeftOutHaveFailed() {
    GeneratedBatch batch = generated(List.of(), 2);
    List<Slot> slots = VALIDATING.read(batch, null, 1).slots();
    assertEquals(2, slots.size());
    assertEquals("failed", slots.get(1).rejection().outcome());
    assertEquals(List.of("not_returned"), slots.get(1).rejection().reasons());
  }

  private static List<Slot> slots(List<DraftQuestion> drafts, Reply validation) {
    return VALIDATING.read(generated(drafts, drafts.size()), validation, 1).slots();
  }

  private static GeneratedBatch generated(List<DraftQuestion> drafts, int asked) {
    PlannedBatch batch =
        new PlannedBatch(
            "bat",
            "run",
            0,
            0,
            "u",
            "t",
            "fill_in_blank",
            "beginner",
            asked,
            List.of("c"),
            "cheap",
            1,
            2,
            0,
            0,
            BigDecimal.ZERO);
    Chunk chunk =
        new Chunk(
            "c",
            "d",
            "u",
            0,
            "t",
            List.of("t"),
            TEXT,
            List.of(new Span("s1", 0, 13, 1), new Span("s2", 14, 23, 2)),
            1,
            2,
            8,
            "fr",
            "x");
    BatchWork work = new BatchWork(batch, List.of(chunk), List.of("v"));
    return new GeneratedBatch(
        work, "ask", "model", null, 1, Checks.drafts(work, drafts, Check::wholly), 0, NOON);
  }

  private static DraftQuestion draft(String stem, String quote) {
    return new DraftQuestion(
        "P1",
        stem,
        List.of(),
        List.of("chat"),
        List.of("matou", "Chat"),
        "because",
        List.of(),
        List.of("s1"),
        List.of(quote),
        null,
        null,
        null);
  }

  private static Reply verdict(boolean correct, String difficulty) {
    String json =
        """
        {"validations":[{"index":1,"answer_correct":%s,"grammar_correct":true,
        "difficulty":"%s","acceptable_variations":[],"notes":""}]}"""
            .formatted(correct, difficulty);
    return new Reply(
        "a",
        "p",
        "strong",
        "m",
        "m",
        "validate",
        "bat",
        0,
        "ok",
        json,
        json,
        null,
        null,
        200,
        1,
        1,
        1,
        0,
        0,
        BigDecimal.ZERO,
        0,
        0.0,
        1,
        1,
        null,
        "run",
        NOON);
  }
}
