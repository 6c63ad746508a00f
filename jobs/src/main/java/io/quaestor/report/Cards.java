package io.quaestor.report;

import io.quaestor.report.BlindSpotSection.CaseRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The questions the page shows in full, fetched together.
 *
 * @param verdicts on those that auditors see differently, by question
 */
record Cards(Map<String, Shown> questions, Map<String, List<Verdict>> verdicts) {

  static Cards of(Queries queries, List<CaseRow> cases, List<String> sample) {
    Set<String> flagged = cases.stream().map(CaseRow::questionId).collect(Collectors.toSet());
    Set<String> all = new HashSet<>(flagged);
    all.addAll(sample);
    return new Cards(Shown.byId(queries, all), Verdict.byId(queries, flagged));
  }

  /** Those that no longer exist are left out. */
  List<Spot> spots(List<CaseRow> cases) {
    return cases.stream()
        .filter(row -> questions.containsKey(row.questionId()))
        .map(row -> Spot.of(row.criteria(), Card.of(questions.get(row.questionId())), of(row)))
        .toList();
  }

  List<Card> sampled(List<String> sample) {
    return sample.stream()
        .filter(questions::containsKey)
        .map(id -> Card.of(questions.get(id)))
        .toList();
  }

  /** Who flagged it first. */
  private List<Verdict> of(CaseRow row) {
    List<String> both = List.of(row.flaggedBy(), row.missedBy());
    return verdicts.getOrDefault(row.questionId(), List.of()).stream()
        .filter(verdict -> both.contains(verdict.auditor()))
        .sorted((x, y) -> both.indexOf(x.auditor()) - both.indexOf(y.auditor()))
        .toList();
  }
}
