package io.quaestor.report;

import io.quaestor.report.GateSection.Findings;
import io.quaestor.report.Grid.Column;
import io.quaestor.tables.Agreement;
import java.util.ArrayList;
import java.util.List;

/** What one auditor flagged and the other passed. */
public final class BlindSpotSection {
  private static final String MEANING =
      "A question that one auditor flagged while the other passed it on all of its own criteria."
          + " A lone flag is a claim, not a proven defect. The ratio depends on what counts as"
          + " flagged, so both definitions are shown; its interval is exact, and it is sampling"
          + " error only.";

  /**
   * Of each pair's newest comparison, ten questions a direction, those flagged by gate criteria
   * first, then in a fixed shuffle.
   */
  private static final String CASES =
      """
      SELECT question_id AS questionId, flagged_by AS flaggedBy, missed_by AS missedBy, criteria
      FROM (SELECT *, row_number() OVER (PARTITION BY flagged_by, missed_by
                        ORDER BY gate DESC, xxhash64(question_id), question_id) AS place
            FROM (SELECT question_id, flagged_by, missed_by,
                         array_sort(array_distinct(flatten(collect_list(criteria)))) AS criteria,
                         bool_or(definition = 'gate') AS gate
                  FROM blind_spots JOIN
                       (SELECT auditor_a, auditor_b,
                               max(struct(created_at, comparison_id)).comparison_id AS newest
                        FROM auditor_agreement GROUP BY auditor_a, auditor_b)
                       ON comparison_id = newest
                       AND least(flagged_by, missed_by) = least(auditor_a, auditor_b)
                       AND greatest(flagged_by, missed_by) = greatest(auditor_a, auditor_b)
                  GROUP BY question_id, flagged_by, missed_by))
      WHERE place <= 10 ORDER BY place, flagged_by, missed_by LIMIT 120""";

  private BlindSpotSection() {}

  /** A question one auditor flagged and the other passed, and the criteria that fired. */
  public record CaseRow(
      String questionId, String flaggedBy, String missedBy, List<String> criteria) {

    boolean is(String flagged, String missed) {
      return flaggedBy.equals(flagged) && missedBy.equals(missed);
    }
  }

  static List<CaseRow> cases(Queries queries) {
    return queries.list(CaseRow.class, CASES);
  }

  static Section of(List<Pair> pairs, Findings findings, List<CaseRow> cases, Cards cards) {
    if (pairs.isEmpty()) {
      return Section.of("blind-spots", "Blind spots", "No auditors have been compared yet.");
    }
    List<Part> parts = new ArrayList<>();
    for (Pair pair : pairs.stream().limit(Pair.SHOWN).toList()) {
      parts.add(
          Part.titled(
                  pair.name(), pair.questionLevel().stream().map(r -> sets(r, findings)).toList())
              .with(grid(pair))
              .with(
                  List.of(
                      list(pair.a(), pair.b(), pair, cases, cards),
                      list(pair.b(), pair.a(), pair, cases, cards))));
    }
    return Section.of("blind-spots", "Blind spots", MEANING).withParts(parts);
  }

  private static SpotList list(
      String flagged, String missed, Pair pair, List<CaseRow> cases, Cards cards) {
    List<Spot> spots = cards.spots(cases.stream().filter(row -> row.is(flagged, missed)).toList());
    boolean first = flagged.equals(pair.a());
    long all =
        pair.questionLevel().stream()
            .mapToLong(r -> first ? r.aOnlyFail() : r.bOnlyFail())
            .max()
            .orElse(0);
    String title =
        spots.isEmpty()
            ? "Only %s flagged: no question to show".formatted(flagged)
            : "Only %s flagged: %s shown, %s or more in the table"
                .formatted(flagged, Format.count(spots.size(), "question"), Format.count(all));
    return new SpotList(title, spots);
  }

  private static Grid grid(Pair pair) {
    Grid grid =
        Grid.of(
            "Flagged by one only: " + pair.name(),
            Column.text("Definition of flagged"),
            Column.number("Scored by both"),
            Column.number("Only " + pair.a() + " flagged"),
            Column.number("Only " + pair.b() + " flagged"),
            Column.number("Both flagged"),
            Column.number("Ratio (95% interval)"));
    pair.questionLevel()
        .forEach(
            r ->
                grid.line(
                    definition(r), r.n(), r.aOnlyFail(), r.bOnlyFail(), r.bothFail(), Odds.of(r)));
    return grid;
  }

  private static String definition(Agreement row) {
    return row.criterion().equals(Pair.FLAGGED_GATE)
        ? "gate: any gate criterion failed"
        : "any: any criterion failed, soft signals too";
  }

  private static String sets(Agreement row, Findings findings) {
    boolean any = row.criterion().equals(Pair.FLAGGED_ANY);
    String definition = any ? "any" : "gate";
    int a = findings.criteriaOf(row.auditorA(), any).size();
    int b = findings.criteriaOf(row.auditorB(), any).size();
    if (Boolean.TRUE.equals(row.sameCriteria())) {
      return "Under \u201c%s\u201d, both judge the same criteria.".formatted(definition);
    }
    if (a == 0 || b == 0) {
      return "Under \u201c%s\u201d, the ratio compares different sets of criteria."
          .formatted(definition);
    }
    return ("Under \u201c%s\u201d, %s judges %d criteria and %s %d: the ratio compares different"
            + " sets of criteria.")
        .formatted(definition, row.auditorA(), a, row.auditorB(), b);
  }
}
