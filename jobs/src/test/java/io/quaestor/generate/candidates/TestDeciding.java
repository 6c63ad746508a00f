package io.quaestor.generate.candidates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.conf.CandidatesConf;
import io.quaestor.conf.ConfHome;
import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Candidate;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;
import io.quaestor.tables.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Ends of contests, from what candidates and reviewers said. */
class TestDeciding {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String SENTENCE = "Sept et cinq font douze.";
  private static final String GOOD =
      Sets.set(
          Sets.options(SENTENCE, "Sept et cinq font [blank].", "douze", "dix", "onze"),
          Sets.numeric(SENTENCE, "7 + 5 = [blank]", "12"));
  private static final String OTHER =
      Sets.set(
          Sets.options(SENTENCE, "On compte: sept et [blank].", "cinq", "six", "neuf"),
          Sets.numeric(SENTENCE, "5 + 7 = [blank]", "12"));
  private static final String BAD = Sets.set(Sets.broken(SENTENCE), Sets.broken(SENTENCE));

  @Test
  void theBestCandidateIsTakenItemByItem() {
    BatchResult result = decide(conf(), Sets.last(0.8), scored(BAD, 0.5), scored(GOOD, 0.9));
    assertEquals(BatchResult.COMPLETE, result.status());
    List<Question> questions = questions(result);
    assertEquals(
        List.of("mcq_single", "fill_in_blank"), questions.stream().map(Question::type).toList());
    assertEquals(List.of("douze"), questions.get(0).answer());
    assertEquals(List.of("12"), questions.get(1).answer());
    assertEquals(List.of(), questions.get(1).options());
    assertEquals(List.of(SENTENCE), questions.get(0).sourceEvidence().quotes());
    assertEquals("ask-1", questions.get(0).askId());
    assertEquals(0.8, questions.get(0).qualityFlags().scores().get("final_review"));
    assertEquals("mcq_single", result.batch().type());
    assertEquals(
        List.of(false, true), result.candidates().stream().map(Candidate::selected).toList());
  }

  @Test
  void theSummaryAddsTokensAndTakesTheLongestOfParallelCalls() {
    BatchResult result = decide(conf(), Sets.last(0.8), scored(BAD, 0.5), scored(GOOD, 1));
    assertEquals(
        "{\"method\":\"candidates\",\"candidate_count\":2,\"selected_index\":1,"
            + "\"selected_score\":1.0,\"min_viable_score\":0.4,\"total_tokens\":75,"
            + "\"latency_ms\":2210}",
        result.details());
  }

  @Test
  void ofEqualScoresTheFirstWins() {
    BatchResult result =
        decide(conf(), Sets.last(0.8), scored(BAD, 0.9), scored(GOOD, 0.9), scored(OTHER, 0.9));
    assertEquals(
        List.of(false, true, false),
        result.candidates().stream().map(Candidate::selected).toList());
    assertEquals(result.candidates().get(1).score(), result.candidates().get(2).score());
  }

  @Test
  void whenAllAreTooLowNothingIsTakenAndTheScoresAreSaid() {
    Contest contest = contest(scored(BAD, 0), scored(BAD, 0.1), failed());
    assertNull(new Deciding(null, conf(), maker()).ask(contest, 0));
    BatchResult result = decide(conf(), null, scored(BAD, 0), scored(BAD, 0.1), failed());
    assertEquals(BatchResult.NEEDS_ATTENTION, result.status());
    assertEquals(
        "{\"error\":\"candidate_scores_too_low\",\"code\":\"needs_attention\",\"details\":"
            + "{\"maxScore\":0.1275,\"minViableScore\":0.4,\"candidateCount\":3,"
            + "\"scores\":[0.1125,0.1275,0.0]}}",
        result.details());
    assertEquals(
        List.of("selection candidate_scores_too_low", "selection candidate_scores_too_low"),
        reasons(result));
    assertTrue(result.candidates().stream().noneMatch(Candidate::selected));
  }

  @Test
  void aWinnerBelowTheThresholdIsTurnedDownWhole() {
    BatchResult result = decide(conf(), Sets.last(0.59), scored(GOOD, 1));
    assertEquals(BatchResult.NEEDS_ATTENTION, result.status());
    assertEquals(
        "{\"error\":\"review_below_threshold\",\"code\":\"needs_attention\",\"details\":"
            + "{\"overall\":0.59,\"reviewThreshold\":0.6,\"selectedIndex\":0,"
            + "\"selectedScore\":1.0}}",
        result.details());
    assertEquals(
        List.of("review review_below_threshold", "review review_below_threshold"), reasons(result));
    assertTrue(result.candidates().get(0).selected());
  }

  @Test
  void atTheThresholdItPasses() {
    assertEquals(2, questions(decide(conf(), Sets.last(0.6), scored(GOOD, 1))).size());
  }

  @Test
  void aMissingOrUnusableFinalReviewNeitherPassesNorFails() {
    for (Reply review :
        Arrays.asList(reply("f", "failed", null), reply("f", "ok", Sets.last(1.2)), null)) {
      BatchResult result =
          new Deciding(null, conf(), maker()).read(contest(scored(GOOD, 1)), review, 1);
      assertEquals(BatchResult.COMPLETE, result.status());
      assertTrue(result.gaps());
      assertEquals(List.of("review review_missing", "review review_missing"), reasons(result));
    }
  }

  @Test
  void skippedReviewsLeaveTheScoreToTheOtherParts() {
    CandidatesConf skip = conf(Map.of("SKIP_REVIEW", "1"));
    Contest contest = contest(Entrant.of(0, answer(0, GOOD), null));
    assertNull(new Deciding(null, skip, maker()).ask(contest, 0));
    BatchResult result = new Deciding(null, skip, maker()).read(contest, null, 1);
    assertEquals(2, questions(result).size());
    assertFalse(result.gaps());
    Candidate candidate = result.candidates().get(0);
    assertEquals(1.0, candidate.score());
    assertFalse(candidate.parts().containsKey("self_review"));
    assertNull(candidate.reviewAskId());
  }

  @Test
  void aReviewOutOfRangeIsLeftOut() {
    Entrant entrant = scored(GOOD, 1.5).apply(0);
    assertNull(entrant.score().selfReview());
    assertEquals(1.0, entrant.total());
  }

  @Test
  void failedCandidatesAreRowsWithAProblem() {
    Candidate row = decide(conf(), Sets.last(1), failed(), scored(GOOD, 1)).candidates().get(0);
    assertEquals("call_failed", row.problem());
    assertEquals(0, row.score());
    assertEquals(Map.of("schema", 0.0), row.parts());
    assertEquals(0, row.items());
    assertNull(row.body());
    assertNull(row.mostSimilar());
  }

  @Test
  void whenNoneCameTheBatchHasFailed() {
    BatchResult result = decide(conf(), null, failed(), scored(Sets.set(), 1));
    assertEquals(BatchResult.FAILED, result.status());
    assertEquals("call_failed", result.calls().failure());
    assertEquals(List.of("generation call_failed", "generation call_failed"), reasons(result));
    assertEquals("no_items", result.candidates().get(1).problem());
  }

  @Test
  void brokenItemsOfTheWinnerFallAloneAndNothingIsMended() {
    String mixed =
        Sets.set(
            Sets.numeric(SENTENCE, "7 + 5 = [blank]", "13"),
            Sets.options("Ailleurs.", "Sept et cinq font [blank].", "douze", "dix", "onze"));
    BatchResult result = decide(conf(), Sets.last(1), scored(mixed, 1));
    assertEquals(
        List.of("structure arithmetic_wrong", "evidence quote_not_found"), reasons(result));
    assertEquals("fill_in_blank", result.slots().get(0).rejection().type());
    assertEquals(BatchResult.COMPLETE, result.status());
  }

  @Test
  void itemsLeftOutHaveFailedAndItemsBeyondAreNotUsed() {
    String one = Sets.set(Sets.numeric(SENTENCE, "7 + 5 = [blank]", "12"));
    BatchResult fewer = decide(conf(), Sets.last(1), scored(one, 1));
    assertEquals(List.of("generation not_returned"), reasons(fewer));
    assertEquals("failed", fewer.slots().get(1).rejection().outcome());
    String three =
        Sets.set(
            Sets.numeric(SENTENCE, "7 + 5 = [blank]", "12"),
            Sets.numeric(SENTENCE, "5 + 7 = [blank]", "12"),
            Sets.numeric(SENTENCE, "6 + 6 = [blank]", "12"));
    BatchResult more = decide(conf(), Sets.last(1), scored(three, 1));
    assertEquals(2, more.slots().size());
    assertEquals(1, more.calls().surplus());
  }

  @Test
  void candidatesTooMuchAlikeAreNamed() {
    BatchResult result = decide(conf(), Sets.last(1), scored(GOOD, 1), scored(GOOD, 1));
    assertTrue(
        result.details().endsWith("\"similar\":[{\"candidates\":[0,1],\"cosine\":1.0}]}"),
        result.details());
    assertEquals(1.0, result.candidates().get(1).mostSimilar(), 1e-9);
    BatchResult others = decide(conf(), Sets.last(1), scored(GOOD, 1), scored(OTHER, 1));
    assertFalse(others.details().contains("similar"), others.details());
    assertTrue(others.candidates().get(0).mostSimilar() < 0.85);
  }

  /** An entrant at the index it is given. */
  private interface Entering {
    Entrant apply(int index);
  }

  private static Entering scored(String set, double review) {
    return index ->
        Entrant.of(
            index,
            answer(index, set),
            Answer.of(reply("review-" + index, "ok", Sets.review(review))));
  }

  private static Entering failed() {
    return index -> Entrant.of(index, Answer.of(reply("ask-" + index, "failed", null)), null);
  }

  private static Answer answer(int index, String set) {
    Answer answer = Answer.of(reply("ask-" + index, "ok", set));
    return new Answer(
        answer.askId(), "m", "ok", set, 15, index == 0 ? 2000 : 1000, answer.answeredAt());
  }

  private static BatchResult decide(CandidatesConf conf, String review, Entering... entrants) {
    Reply reply = review == null ? null : reply("final", "ok", review);
    return new Deciding(null, conf, maker()).read(contest(entrants), reply, 1);
  }

  private static Contest contest(Entering... entering) {
    List<Entrant> entrants = new ArrayList<>();
    for (Entering next : entering) {
      entrants.add(next.apply(entrants.size()));
    }
    return new Contest(work(), entrants);
  }

  private static Contest contest(Entrant... entrants) {
    return new Contest(work(), List.of(entrants));
  }

  private static List<Question> questions(BatchResult result) {
    return result.slots().stream().map(Slot::question).filter(Objects::nonNull).toList();
  }

  private static List<String> reasons(BatchResult result) {
    return result.slots().stream()
        .map(Slot::rejection)
        .filter(Objects::nonNull)
        .map(TestDeciding::reason)
        .toList();
  }

  private static String reason(Rejection rejection) {
    return rejection.stage() + " " + String.join(" ", rejection.reasons());
  }

  private static Maker maker() {
    return new Maker("candidates", "phase0", null);
  }

  private static CandidatesConf conf() {
    return conf(Map.of());
  }

  private static CandidatesConf conf(Map<String, String> environment) {
    Path shipped = Path.of(System.getProperty("quaestor.root"), "conf");
    ConfHome home = ConfHome.load(shipped, null, List.of(), environment::get);
    return (CandidatesConf) home.pipeline("candidates");
  }

  private static BatchWork work() {
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
            2,
            List.of("c"),
            "cheap",
            1,
            7,
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
            SENTENCE,
            List.of(new Span("s1", 0, SENTENCE.length(), 1)),
            1,
            1,
            8,
            "fr",
            "x");
    return new BatchWork(batch, List.of(chunk), List.of("v"));
  }

  private static Reply reply(String askId, String status, String json) {
    return new Reply(
        askId,
        "p",
        "strong",
        "m",
        "m",
        "test",
        "bat",
        0,
        status,
        json,
        json,
        null,
        null,
        200,
        1,
        10,
        5,
        0,
        0,
        BigDecimal.ZERO,
        0,
        0.0,
        1,
        "final".equals(askId) ? 110 : 100,
        null,
        "run",
        NOON);
  }
}
