package io.quaestor.report;

import io.quaestor.report.Bars.Series;
import io.quaestor.report.Grid.Column;
import io.quaestor.report.YieldSection.UnitRow;
import java.util.List;

/** Why asked questions did not become questions. */
public final class RejectionSection {
  private static final int REASONS = 30;
  private static final int BARS = 15;

  private static final String ROWS =
      """
      SELECT reason, stage, outcome, count(*) AS questions, count(*) OVER () AS reasons
      FROM (SELECT explode(reasons) AS reason, stage, outcome FROM rejections)
      GROUP BY reason, stage, outcome ORDER BY questions DESC, reason, stage LIMIT %d"""
          .formatted(REASONS);

  private RejectionSection() {}

  /** One reason at one stage; {@code reasons} is how many there are in all. */
  public record ReasonRow(
      String reason, String stage, String outcome, long questions, long reasons) {}

  static List<ReasonRow> rows(Queries queries) {
    return queries.list(ReasonRow.class, ROWS);
  }

  static Section of(List<ReasonRow> rows, UnitRow all) {
    if (rows.isEmpty()) {
      return Section.of("rejections", "Reasons for rejection", "Nothing has been turned down.");
    }
    long turnedDown = all.rejected() + all.failed();
    Grid grid =
        Grid.of(
            "Reasons for rejection",
            Column.text("Reason"),
            Column.text("Stage"),
            Column.text("Outcome"),
            Column.number("Questions"),
            Column.number("Share"));
    rows.forEach(
        r ->
            grid.line(
                Format.words(r.reason),
                r.stage,
                r.outcome,
                r.questions,
                Format.percent((double) r.questions / turnedDown)));
    return Section.of(
            "rejections",
            "Reasons for rejection",
            ("%s drafts were rejected and %s questions never became a draft. One question can have"
                    + " several reasons, so the rows can exceed that.")
                .formatted(Format.count(all.rejected()), Format.count(all.failed())))
        .with(chart(rows.stream().limit(BARS).toList()))
        .with(grid.capped(rows.get(0).reasons, "reason"));
  }

  private static Chart chart(List<ReasonRow> rows) {
    return new Bars(
        "Questions turned down, by reason",
        "",
        true,
        rows.stream().map(r -> Format.words(r.reason) + " (" + r.stage + ")").toList(),
        List.of(
            new Series("questions", "rejected", rows.stream().map(ReasonRow::questions).toList())));
  }
}
