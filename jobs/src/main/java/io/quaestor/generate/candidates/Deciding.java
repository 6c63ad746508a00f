package io.quaestor.generate.candidates;

import io.quaestor.conf.CandidatesConf;
import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Drafts;
import io.quaestor.generate.batch.Exchange;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Merit;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.tables.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ends a contest. The best candidate has to reach the least viable score; then one last review of
 * it, unless reviews are skipped, has to reach its threshold. A review that is missing or out of
 * range neither passes nor fails the set: it is turned down as not reviewed.
 */
record Deciding(Step step, CandidatesConf conf, Maker maker)
    implements Exchange<Contest, BatchResult> {

  /** What the last reader says; only the number decides. */
  record FinalReview(double overall) {}

  @Override
  public Ask ask(Contest contest, int attempt) {
    Optional<Entrant> winner = contest.winner(conf.minViableScore());
    if (conf.skipReview() || winner.isEmpty()) {
      return null;
    }
    BatchWork work = contest.work();
    return step.ask(
        work.batch(),
        Step.Subject.of(work.batch()),
        Requested.review("final-review", work, conf.grade(), winner.get().answer()));
  }

  @Override
  public BatchResult read(Contest contest, Reply reply, int attempts) {
    Answer review = Answer.of(reply);
    Resemblance resemblance = Resemblance.of(contest.entrants());
    CandidateRows rows = new CandidateRows(conf, contest, resemblance);
    SetSlots slots = new SetSlots(maker, contest.work());
    Optional<Entrant> best = contest.best();
    if (best.isEmpty()) {
      Entrant first = contest.entrants().get(0);
      return result(contest, calls(contest, first, null), null, slots.failed(first), rows.rows(-1));
    }
    Entrant entrant = best.get();
    Ending ending = ending(new Details(conf, contest, resemblance), entrant, review);
    return result(
        contest,
        calls(contest, entrant, review),
        ending,
        slots.of(entrant, ending),
        rows.rows(ending.selected() ? entrant.index() : -1));
  }

  @Override
  public Class<BatchResult> result() {
    return BatchResult.class;
  }

  private Ending ending(Details details, Entrant best, Answer review) {
    if (best.total() < conf.minViableScore()) {
      return Ending.tooLow(details.tooLow(best));
    }
    String summary = details.summary(best, Spent.on(details.contest(), review));
    if (conf.skipReview()) {
      return Ending.passed(merit(best, null), summary);
    }
    Double overall = overall(review);
    if (overall == null) {
      return Ending.unreviewed(summary);
    }
    return overall < conf.reviewThreshold()
        ? Ending.below(details.below(best, overall))
        : Ending.passed(merit(best, overall), summary);
  }

  /** Null when it is missing or not within 0 to 1. */
  private static Double overall(Answer review) {
    if (review == null || !review.ok()) {
      return null;
    }
    double overall = Drafts.read(review.json(), FinalReview.class).overall();
    return overall >= 0 && overall <= 1 ? overall : null;
  }

  /** Both scores are the set's; no question of it has one of its own. */
  private static Merit merit(Entrant best, Double overall) {
    Map<String, Double> scores = new TreeMap<>();
    scores.put("candidate_score", best.total());
    if (overall != null) {
      scores.put("final_review", overall);
    }
    return new Merit(null, List.of(), null, List.of(), scores, false);
  }

  private static BatchResult.Calls calls(Contest contest, Entrant used, Answer review) {
    int items = used.set().items().size();
    return new BatchResult.Calls(
        used.answer().askId(),
        review == null ? null : review.askId(),
        used.problem(),
        contest.entrants().size(),
        Math.max(0, items - contest.work().batch().count()));
  }

  /**
   * @param ending null when no candidate came
   */
  private static BatchResult result(
      Contest contest,
      BatchResult.Calls calls,
      Ending ending,
      List<Slot> slots,
      List<Candidate> candidates) {
    return new BatchResult(
        contest.work().batch(),
        calls,
        ending == null ? BatchResult.FAILED : ending.status(),
        ending == null ? null : ending.details(),
        ending != null && ending.gaps(),
        slots,
        List.of(),
        List.of(),
        candidates);
  }
}
