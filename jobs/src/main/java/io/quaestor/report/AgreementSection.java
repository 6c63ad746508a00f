package io.quaestor.report;

import io.quaestor.report.Chart.Series;
import io.quaestor.report.Grid.Column;
import io.quaestor.udfs.agreement.Coefficients;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import io.quaestor.udfs.agreement.Wilson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How two auditors compare, criterion by criterion, in each pair's newest comparison. */
public final class AgreementSection {
  static final String FLAGGED_GATE = "flagged_gate";
  static final String FLAGGED_ANY = "flagged_any";

  /** Of the newest comparison of every pair: the whole, and what was flagged by segment. */
  private static final String ROWS =
      """
      SELECT comparison_id AS comparisonId, auditor_a AS auditorA, auditor_b AS auditorB, segment,
             criterion, n, excluded, both_pass AS bothPass, a_only_fail AS aOnlyFail,
             b_only_fail AS bOnlyFail, both_fail AS bothFail, kappa,
             kappa_undefined AS kappaUndefined
      FROM (SELECT *, max(struct(created_at, comparison_id))
                      OVER (PARTITION BY auditor_a, auditor_b) AS newest
            FROM auditor_agreement
            WHERE segment = 'all' OR (criterion = 'flagged_gate'
                                      AND (segment LIKE 'type=%' OR segment LIKE 'difficulty=%')))
      WHERE comparison_id = newest.comparison_id
      ORDER BY auditorA, auditorB, segment, startswith(criterion, 'flagged_'), criterion
      LIMIT 400""";

  private AgreementSection() {}

  /** The counts of two auditors on one criterion and segment. */
  public record PairRow(
      String comparisonId,
      String auditorA,
      String auditorB,
      String segment,
      String criterion,
      long n,
      long excluded,
      long bothPass,
      long aOnlyFail,
      long bOnlyFail,
      long bothFail,
      Double kappa,
      String kappaUndefined) {

    boolean overall() {
      return segment.equals("all");
    }

    boolean questionLevel() {
      return criterion.equals(FLAGGED_GATE) || criterion.equals(FLAGGED_ANY);
    }

    String pair() {
      return auditorA + " and " + auditorB;
    }

    TwoByTwo table() {
      return new TwoByTwo(bothPass, aOnlyFail, bOnlyFail, bothFail);
    }
  }

  static List<PairRow> rows(Queries queries) {
    return queries.list(PairRow.class, ROWS);
  }

  static Section of(List<PairRow> rows) {
    if (rows.isEmpty()) {
      return Section.of("agreement", "Agreement", "No auditors have been compared yet.");
    }
    List<Grid> grids = new ArrayList<>();
    for (String pair : rows.stream().map(PairRow::pair).distinct().toList()) {
      List<PairRow> ofPair = rows.stream().filter(r -> r.pair().equals(pair)).toList();
      grids.add(criteria(ofPair.stream().filter(PairRow::overall).toList()));
      grids.add(segments(ofPair.stream().filter(r -> !r.overall()).toList()));
    }
    return Section.of(
            "agreement",
            "Agreement",
            "On the questions that both auditors of a pair judged, in the same version. Excluded are"
                + " those that one of the two left unscored. When fails are rare, plain agreement is"
                + " high whatever the auditors do, and kappa is low: read the counts first, then the"
                + " agreement on fail. Agreement does not say who is right.",
            "Flagged (gate) means that any gate criterion of that auditor failed; flagged (any)"
                + " counts its soft signals too.")
        .with(chart(rows.stream().filter(r -> r.overall()).toList()))
        .withGrids(grids);
  }

  private static Grid criteria(List<PairRow> rows) {
    PairRow first = rows.get(0);
    Grid grid = Grid.of(first.pair(), columns("Criterion", first));
    rows.forEach(r -> line(grid, name(r.criterion), r));
    return grid;
  }

  private static Grid segments(List<PairRow> rows) {
    if (rows.isEmpty()) {
      return Grid.of("", Column.text(""));
    }
    PairRow first = rows.get(0);
    Grid grid =
        Grid.of(
            first.pair() + ": flagged (gate) by type and difficulty", columns("Segment", first));
    rows.forEach(r -> line(grid, Format.words(r.segment.replace("=", ": ")), r));
    return grid;
  }

  private static Column[] columns(String head, PairRow pair) {
    return new Column[] {
      Column.text(head),
      Column.number("n"),
      Column.number("Excluded"),
      Column.number("Both pass"),
      Column.number("Only " + pair.auditorA + " fails"),
      Column.number("Only " + pair.auditorB + " fails"),
      Column.number("Both fail"),
      Column.number("Agreement (95% interval)"),
      Column.number("Agreement on fail"),
      Column.number("Kappa")
    };
  }

  private static void line(Grid grid, String head, PairRow r) {
    grid.line(
        head,
        r.n,
        r.excluded,
        r.bothPass,
        r.aOnlyFail,
        r.bOnlyFail,
        r.bothFail,
        Format.percent(Wilson.interval(r.bothPass + r.bothFail, r.n)),
        statistic(Coefficients.agreementOnFail(r.table()), Format::percent),
        r.kappa == null ? reason(r.kappaUndefined) : Format.decimal(r.kappa));
  }

  private static String statistic(Statistic statistic, Function<Double, String> format) {
    return statistic.isDefined() ? format.apply(statistic.value()) : reason(statistic.undefined());
  }

  /** Codes of undefined statistics, for people. */
  private static String reason(String code) {
    return switch (code == null ? "" : code) {
      case Statistic.NO_PAIRS -> "undefined: none scored by both";
      case Statistic.NO_VARIATION -> "undefined: no variation";
      case Statistic.NO_FAILS -> "undefined: no fails";
      default -> "undefined: " + Format.words(code);
    };
  }

  static String name(String criterion) {
    return switch (criterion) {
      case FLAGGED_GATE -> "question flagged (gate)";
      case FLAGGED_ANY -> "question flagged (any)";
      default -> Format.words(criterion);
    };
  }

  private static Chart chart(List<PairRow> overall) {
    PairRow first = overall.get(0);
    List<PairRow> rows =
        overall.stream().filter(r -> r.pair().equals(first.pair()) && !r.questionLevel()).toList();
    return new Chart(
        "agreement-chart",
        "Questions that %s or %s failed, per criterion".formatted(first.auditorA, first.auditorB),
        "",
        true,
        rows.stream().map(r -> name(r.criterion)).toList(),
        List.of(
            series("only " + first.auditorA, "first", rows, PairRow::aOnlyFail),
            series("both", "both", rows, PairRow::bothFail),
            series("only " + first.auditorB, "second", rows, PairRow::bOnlyFail)));
  }

  private static Series series(
      String name, String role, List<PairRow> rows, Function<PairRow, Long> count) {
    return new Series(name, role, rows.stream().map(count).toList());
  }
}
