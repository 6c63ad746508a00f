package io.quaestor.generate.candidates;

import io.quaestor.conf.CandidatesConf;
import io.quaestor.prompt.Fence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What there is to say of a contest, as JSON. */
record Details(CandidatesConf conf, Contest contest, Resemblance resemblance) {
  static final String TOO_LOW = "candidate_scores_too_low";
  static final String BELOW = "review_below_threshold";

  /** No candidate is good enough. */
  String tooLow(Entrant best) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("maxScore", best.total());
    details.put("minViableScore", conf.minViableScore());
    details.put("candidateCount", contest.entrants().size());
    details.put("scores", contest.scores());
    return attention(TOO_LOW, details);
  }

  /**
   * The one that won is not good enough.
   *
   * @param overall score of the final review, 0 to 1
   */
  String below(Entrant best, double overall) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("overall", overall);
    details.put("reviewThreshold", conf.reviewThreshold());
    details.put("selectedIndex", best.index());
    details.put("selectedScore", best.total());
    addSimilar(details);
    return attention(BELOW, details);
  }

  /** How the contest went; names candidates that are too much alike where there are any. */
  String summary(Entrant best, Spent spent) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("method", "candidates");
    summary.put("candidate_count", contest.entrants().size());
    summary.put("selected_index", best.index());
    summary.put("selected_score", best.total());
    summary.put("min_viable_score", conf.minViableScore());
    summary.put("total_tokens", spent.tokens());
    summary.put("latency_ms", spent.ms());
    addSimilar(summary);
    return Fence.json(summary);
  }

  private void addSimilar(Map<String, Object> details) {
    List<Map<String, Object>> similar =
        resemblance.above(conf.similarAbove()).stream().map(Details::pair).toList();
    if (!similar.isEmpty()) {
      details.put("similar", similar);
    }
  }

  private static Map<String, Object> pair(Resemblance.Pair pair) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("candidates", List.of(pair.a(), pair.b()));
    shown.put("cosine", pair.cosine());
    return shown;
  }

  private static String attention(String error, Map<String, Object> details) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("error", error);
    said.put("code", "needs_attention");
    said.put("details", details);
    return Fence.json(said);
  }
}
