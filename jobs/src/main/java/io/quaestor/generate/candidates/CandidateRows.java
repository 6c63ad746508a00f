package io.quaestor.generate.candidates;

import io.quaestor.conf.CandidatesConf;
import io.quaestor.tables.Candidate;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.candidate.CandidateScore;
import io.quaestor.udfs.text.Hashes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A contest as rows of {@code candidates}. */
record CandidateRows(CandidatesConf conf, Contest contest, Resemblance resemblance) {

  /**
   * @param selected index of the one that won, -1 when none did
   */
  List<Candidate> rows(int selected) {
    return contest.entrants().stream().map(entrant -> row(entrant, selected)).toList();
  }

  private Candidate row(Entrant entrant, int selected) {
    PlannedBatch batch = contest.work().batch();
    int index = entrant.index();
    return new Candidate(
        Hashes.id("cnd", batch.runId(), batch.batchId(), String.valueOf(index)),
        batch.runId(),
        batch.batchId(),
        index,
        conf.approach(index).name(),
        conf.temperature(index),
        entrant.set().items().size(),
        parts(entrant.score()),
        entrant.total(),
        index == selected,
        entrant.problem(),
        resemblance.greatest(index),
        entrant.answer().json(),
        entrant.answer().askId(),
        entrant.review() == null ? null : entrant.review().askId(),
        entrant.answer().answeredAt());
  }

  private static Map<String, Double> parts(CandidateScore score) {
    if (score == null) {
      return Map.of("schema", 0.0);
    }
    Map<String, Double> parts = new TreeMap<>();
    parts.put("schema", score.schema());
    parts.put("placeholder", score.placeholder());
    parts.put("mode", score.mode());
    parts.put("consistency", score.consistency());
    if (score.selfReview() != null) {
      parts.put("self_review", score.selfReview());
    }
    return parts;
  }
}
