package io.quaestor.report;

import static java.util.Comparator.reverseOrder;

import io.quaestor.report.AgreementSection.PairRow;
import io.quaestor.report.GateSection.Findings;
import io.quaestor.report.Grid.Column;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What one auditor flagged and the other passed. */
public final class BlindSpotSection {
  private static final String MEANING =
      "A question that one auditor flagged while the other passed it on all of its own criteria."
          + " A lone flag is a claim, not a proven defect. The ratio depends on what counts as"
          + " flagged, so both definitions are shown; its interval is sampling error only.";

  /** Ten questions a direction, those flagged by gate criteria first, then in a fixed shuffle. */
  private static final String CASES =
      """
      SELECT question_id AS questionId, flagged_by AS flaggedBy, missed_by AS missedBy, criteria,
             gate
      FROM (SELECT *, row_number() OVER (PARTITION BY flagged_by, missed_by
                        ORDER BY gate DESC, xxhash64(question_id), question_id) AS place
            FROM (SELECT question_id, flagged_by, missed_by,
                         array_sort(array_distinct(flatten(collect_list(criteria)))) AS criteria,
                         bool_or(definition = 'gate') AS gate
                  FROM blind_spots WHERE comparison_id IN (%s)
                  GROUP BY question_id, flagged_by, missed_by))
      WHERE place <= 10 ORDER BY place, flagged_by, missed_by LIMIT 20""";

  private BlindSpotSection() {}

  /** A question one auditor flagged and the other passed; {@code gate}: by a gate criterion. */
  public record CaseRow(
      String questionId, String flaggedBy, String missedBy, List<String> criteria, boolean gate) {}

  static List<CaseRow> cases(Queries queries, List<PairRow> agreement) {
    String comparisons =
        agreement.stream()
            .map(row -> Queries.literal(row.comparisonId()))
            .distinct()
            .collect(Collectors.joining(", "));
    return agreement.isEmpty()
        ? List.of()
        : queries.list(CaseRow.class, CASES.formatted(comparisons));
  }

  static Section of(List<PairRow> agreement, Findings findings, List<Card> cards) {
    List<PairRow> rows =
        agreement.stream()
            .filter(r -> r.overall() && r.questionLevel())
            .sorted(
                Comparator.comparing(PairRow::pair)
                    .thenComparing(PairRow::criterion, reverseOrder()))
            .toList();
    if (rows.isEmpty()) {
      return Section.of("blind-spots", "Blind spots", "No auditors have been compared yet.");
    }
    List<Grid> grids = new ArrayList<>();
    Set<String> says = new LinkedHashSet<>(List.of(MEANING));
    rows.forEach(row -> says.add(sets(row, findings)));
    for (String pair : rows.stream().map(PairRow::pair).distinct().toList()) {
      grids.add(grid(rows.stream().filter(r -> r.pair().equals(pair)).toList()));
    }
    return Section.of("blind-spots", "Blind spots")
        .saying(List.copyOf(says))
        .withGrids(grids)
        .withCards(cards);
  }

  private static Grid grid(List<PairRow> rows) {
    PairRow pair = rows.get(0);
    Grid grid =
        Grid.of(
            pair.pair(),
            Column.text("Definition of flagged"),
            Column.number("Scored by both"),
            Column.number("Only " + pair.auditorA() + " flagged"),
            Column.number("Only " + pair.auditorB() + " flagged"),
            Column.number("Both flagged"),
            Column.number("Ratio (95% interval)"));
    rows.forEach(
        r -> grid.line(definition(r), r.n(), r.aOnlyFail(), r.bOnlyFail(), r.bothFail(), ratio(r)));
    return grid;
  }

  private static String definition(PairRow row) {
    return row.criterion().equals(AgreementSection.FLAGGED_GATE)
        ? "gate: any gate criterion failed"
        : "any: any criterion failed, soft signals too";
  }

  /** The larger side to the smaller; there is none when the smaller is nothing. */
  private static String ratio(PairRow r) {
    boolean turned = r.bOnlyFail() > r.aOnlyFail();
    long more = turned ? r.bOnlyFail() : r.aOnlyFail();
    long fewer = turned ? r.aOnlyFail() : r.bOnlyFail();
    String most = turned ? r.auditorB() : r.auditorA();
    String least = turned ? r.auditorA() : r.auditorB();
    if (fewer == 0) {
      return "undefined: nothing only %s flagged".formatted(least);
    }
    Estimate share = Wilson.interval(more, more + fewer);
    return "%s %s to 1 %s (%s to %s)"
        .formatted(
            odds((double) more / (more + fewer)),
            most,
            least,
            odds(share.low()),
            odds(share.high()));
  }

  private static String odds(double share) {
    return String.format(Locale.ROOT, "%.1f", share / (1 - share));
  }

  private static String sets(PairRow row, Findings findings) {
    boolean any = row.criterion().equals(AgreementSection.FLAGGED_ANY);
    List<String> a = findings.criteriaOf(row.auditorA(), any);
    List<String> b = findings.criteriaOf(row.auditorB(), any);
    String definition = any ? "any" : "gate";
    if (a.equals(b)) {
      return "Under \u201c%s\u201d, %s judge the same %d criteria."
          .formatted(definition, row.pair(), a.size());
    }
    return ("Under \u201c%s\u201d, %s judges %d criteria and %s %d: the ratio compares different"
            + " sets of criteria.")
        .formatted(definition, row.auditorA(), a.size(), row.auditorB(), b.size());
  }

  static Card card(CaseRow row, Shown question, String notes) {
    String criteria = String.join(", ", row.criteria.stream().map(Format::words).toList());
    return Card.of(
        question,
        "%s failed it on %s; %s passed it on all of its own %s."
            .formatted(
                row.flaggedBy, criteria, row.missedBy, row.gate ? "gate criteria" : "criteria"),
        notes);
  }
}
