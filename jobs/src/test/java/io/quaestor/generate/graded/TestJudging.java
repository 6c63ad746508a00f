package io.quaestor.generate.graded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.conf.ConfHome;
import io.quaestor.conf.GradedConf;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.generate.batch.GeneratedBatch;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.DistractorRationale;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drafts of one batch under judgements and repairs. */
class TestJudging {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final GradedConf CONF =
      (GradedConf)
          ConfHome.load(
                  Path.of(System.getProperty("quaestor.root"), "conf"),
                  null,
                  List.of(),
                  name -> null)
              .pipeline("graded");
  private static final Judging JUDGING = new Judging(new Judge(null, Rubrics.of(CONF)));
  private static final Repairing REPAIRING = new Repairing(null, GradedCheck.of(CONF));

  @Test
  void scoresOutOfRangeMakeAJudgementInvalidNotClamped() {
    GradedDraft draft = judged(batch(draft("s1", 2)), entry("6", "4")).drafts().get(0);
    assertEquals(
        List.of("judgement_invalid", "non_trivial_out_of_range"), draft.checked().reasons());
    assertEquals(6.0, draft.first().scores().get("non_trivial"));
    assertNull(draft.first().total());
    assertEquals(
        List.of("judgement_invalid", "clarity_out_of_range"),
        judged(batch(draft("s1", 2)), entry("4", "0.5")).drafts().get(0).checked().reasons());
  }

  @Test
  void aMissingDimensionIsNoPass() {
    String entry = entry("4", "4").replace("\"grounded\":1,", "");
    assertEquals(
        List.of("judgement_invalid", "grounded_missing"),
        judged(batch(draft("s1", 2)), entry).drafts().get(0).checked().reasons());
  }

  @Test
  void aDraftTheJudgeSaidNothingOfIsRejected() {
    GradedBatch batch = judged(batch(draft("s1", 2), draft("s1", 2)), entry("4", "4"));
    assertTrue(batch.drafts().get(0).checked().sound());
    assertEquals(List.of("judgement_missing"), batch.drafts().get(1).checked().reasons());
    assertTrue(batch.gaps());
  }

  @Test
  void hardRejectionsKeepADraftFromTheJudge() {
    GradedBatch batch = batch(draft("s1", 1), draft(null, 2));
    assertTrue(batch.those(GradedDraft::wantsJudge).isEmpty());
    assertEquals(List.of("reasoning_too_shallow"), batch.drafts().get(0).checked().reasons());
    assertEquals(List.of("no_evidence_spans"), batch.drafts().get(1).checked().reasons());
    assertEquals("hard_rejection", batch.drafts().get(1).checked().stage());
  }

  @Test
  void halfOfTheCitationsMustBeThereAndOneSentence() {
    GradedBatch batch =
        batch(
            draft("Where?", "s1", 2, "Le chat vole."),
            draft("Where?", "s9", 2, "Le chat vole."),
            draft("Where?", "s9", 2, "Le chat dort."));
    assertTrue(batch.drafts().get(0).checked().sound());
    assertEquals(0.5, batch.drafts().get(0).checked().grounding());
    assertEquals(List.of("grounding_too_low"), batch.drafts().get(1).checked().reasons());
    assertEquals(List.of("evidence_not_found"), batch.drafts().get(2).checked().reasons());
  }

  @Test
  void aRepairThatDoesNotReachKeepFalls() {
    GradedBatch repaired = repaired(draft("s1", 2));
    assertEquals(1, repaired.those(GradedDraft::wantsJudge).size());
    GradedDraft kept = judged(repaired, entry("4", "4")).drafts().get(0);
    assertTrue(kept.checked().sound());
    assertTrue(kept.grade().says(io.quaestor.udfs.rubric.Verdict.KEEP));
    GradedDraft again = judged(repaired, entry("2", "4")).drafts().get(0);
    assertEquals(List.of("repair_below_keep"), again.checked().reasons());
    GradedDraft alone = JUDGING.read(repaired, reply(Reply.FAILED, null), 1).drafts().get(0);
    assertEquals(List.of("repair_not_judged"), alone.checked().reasons());
  }

  @Test
  void aRepairWithABrokenStructureIsRejectedAndNotTriedAgain() {
    GradedBatch repaired = repaired(draft("", "s1", 2, "Le chat dort."));
    assertTrue(repaired.those(GradedDraft::wantsJudge).isEmpty());
    assertTrue(repaired.those(GradedDraft::wantsRepair).isEmpty());
    assertEquals("repair", repaired.drafts().get(0).checked().stage());
    assertEquals(List.of("empty_stem"), repaired.drafts().get(0).checked().reasons());
  }

  @Test
  void aDraftThatWasNotMendedIsRejected() {
    GradedBatch toRepair = judged(batch(draft("s1", 2)), entry("2", "4"));
    GradedBatch left = REPAIRING.read(toRepair, reply(Reply.OK, "{\"repairs\":[]}"), 1);
    assertEquals(List.of("not_repaired"), left.drafts().get(0).checked().reasons());
    assertFalse(left.gaps());
  }

  private static GradedBatch repaired(DraftQuestion mended) {
    GradedBatch toRepair = judged(batch(draft("s1", 2)), entry("2", "4"));
    assertEquals(1, toRepair.those(GradedDraft::wantsRepair).size());
    String json =
        "{\"repairs\":[{\"index\":1,\"question\":%s}]}"
            .formatted(io.quaestor.generate.batch.Drafts.write(mended));
    return REPAIRING.read(toRepair, reply(Reply.OK, json), 1);
  }

  private static GradedBatch judged(GradedBatch batch, String... entries) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < entries.length; i++) {
      json.append(i == 0 ? "" : ",").append(entries[i].formatted(i + 1));
    }
    return JUDGING.read(batch, reply(Reply.OK, "{\"judgements\":[" + json + "]}"), 1);
  }

  private static String entry(String nonTrivial, String clarity) {
    return """
        {"index":%%d,"grounded":1,"answerable_from_context":1,"has_single_clear_correct":1,
        "format_justified":1,"non_trivial":%s,"distractors_plausible":4,"clarity":%s,
        "context_authentic":4,"issues":[],"notes":""}"""
        .formatted(nonTrivial, clarity);
  }

  private static GradedBatch batch(DraftQuestion... drafts) {
    BatchWork work = work(drafts.length);
    return GradedBatch.of(
        new GeneratedBatch(
            work,
            "ask",
            "model",
            null,
            1,
            Checks.drafts(work, List.of(drafts), GradedCheck.of(CONF)),
            0,
            NOON));
  }

  private static DraftQuestion draft(String span, int steps) {
    return draft("Que fait le chat ?", span, steps, "Le chat dort.");
  }

  private static DraftQuestion draft(String stem, String span, int steps, String quote) {
    return new DraftQuestion(
        "P1",
        stem,
        List.of("dort", "mange", "joue"),
        List.of("dort"),
        List.of(),
        "",
        List.of(new DistractorRationale("joue", "misconception", "on confond")),
        span == null ? List.of() : List.of(span),
        List.of(quote),
        steps,
        false,
        true);
  }

  private static BatchWork work(int count) {
    PlannedBatch batch =
        new PlannedBatch(
            "bat",
            "run",
            0,
            0,
            "u",
            "t",
            "mcq_single",
            "beginner",
            count,
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
            "Le chat dort.",
            List.of(new Span("s1", 0, 13, 1)),
            1,
            1,
            4,
            "fr",
            "x");
    return new BatchWork(batch, List.of(chunk), List.of("v"));
  }

  private static Reply reply(String status, String json) {
    return new Reply(
        "ask",
        "p",
        "strong",
        "m",
        "m",
        "judge",
        "bat",
        0,
        status,
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
