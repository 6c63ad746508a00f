package io.quaestor.report;

import io.quaestor.report.Bars.Series;
import io.quaestor.report.Grid.Column;
import java.util.List;
import java.util.function.Function;

/** Where every question that was asked for ended, per unit. */
public final class YieldSection {
  private static final int UNITS = 50;
  private static final int BARS = 30;

  private static final String ENDS =
      """
      SELECT unit_id AS unitId, asked, 0 AS pending, 0 AS active, 0 AS flagged, 0 AS rejected,
             0 AS failed
      FROM batches
      UNION ALL
      SELECT unit_id, 0, int(quality_status = 'pending'), int(quality_status = 'active'),
             int(quality_status = 'flagged'), 0, 0
      FROM questions
      UNION ALL
      SELECT unit_id, 0, 0, 0, 0, int(outcome = 'rejected'), int(outcome = 'failed')
      FROM rejections""";

  private static final String UNIT_ROWS =
      """
      SELECT unitId, sum(asked) AS asked, sum(pending) AS pending, sum(active) AS active,
             sum(flagged) AS flagged, sum(rejected) AS rejected, sum(failed) AS failed,
             count(DISTINCT unitId) AS units
      FROM (%s) GROUP BY GROUPING SETS ((unitId), ())
      ORDER BY grouping_id() DESC, asked DESC, unitId LIMIT %d"""
          .formatted(ENDS, UNITS + 1);

  private YieldSection() {}

  /** One unit, or all of them: then {@code unitId} is null and {@code units} how many. */
  public record UnitRow(
      String unitId,
      long asked,
      long pending,
      long active,
      long flagged,
      long rejected,
      long failed,
      long units) {
    boolean total() {
      return unitId == null && units != 0;
    }

    long sum() {
      return pending + active + flagged + rejected + failed;
    }

    boolean addsUp() {
      return asked == sum();
    }
  }

  static List<UnitRow> rows(Queries queries) {
    return queries.list(UnitRow.class, UNIT_ROWS);
  }

  static Section of(List<UnitRow> rows, UnitRow all) {
    List<UnitRow> units = rows.stream().filter(r -> !r.total()).toList();
    if (units.isEmpty()) {
      return Section.of("yield", "Yield", "Nothing has been asked for yet.");
    }
    return Section.of("yield", "Yield", said(all))
        .with(chart(units.stream().limit(BARS).toList()))
        .with(grid(units, all).capped(all.units, "unit"));
  }

  private static String said(UnitRow all) {
    String sum =
        "%s asked = %s pending + %s active + %s flagged + %s rejected + %s failed"
            .formatted(
                Format.count(all.asked),
                Format.count(all.pending),
                Format.count(all.active),
                Format.count(all.flagged),
                Format.count(all.rejected),
                Format.count(all.failed));
    if (all.addsUp()) {
      return sum + ". It adds up: no question was lost on the way.";
    }
    return ("It does not add up: %s differs by %s. A run that was cut short, or rows deleted by"
            + " hand, can be the cause.")
        .formatted(sum, Format.count(Math.abs(all.asked - all.sum())));
  }

  private static Grid grid(List<UnitRow> units, UnitRow all) {
    Grid grid =
        Grid.of(
            "Where every question asked for ended, per unit",
            Column.text("Unit"),
            Column.number("Asked"),
            Column.number("Pending"),
            Column.number("Active"),
            Column.number("Flagged"),
            Column.number("Rejected"),
            Column.number("Failed"),
            Column.number("Active of asked"),
            Column.text("Adds up"));
    units.forEach(r -> grid.line(cells(r, r.unitId)));
    return grid.total(cells(all, "All units"));
  }

  private static Object[] cells(UnitRow r, String head) {
    return new Object[] {
      head,
      r.asked,
      r.pending,
      r.active,
      r.flagged,
      r.rejected,
      r.failed,
      share(r.active, r.asked),
      r.addsUp() ? "yes" : "no, " + Format.count(r.sum())
    };
  }

  private static String share(long part, long whole) {
    return whole == 0 ? null : Format.percent((double) part / whole);
  }

  private static Chart chart(List<UnitRow> units) {
    return new Bars(
        "Questions asked for, per unit, by where they ended",
        "",
        true,
        units.stream().map(UnitRow::unitId).toList(),
        List.of(
            series("active", units, UnitRow::active),
            series("pending", units, UnitRow::pending),
            series("flagged", units, UnitRow::flagged),
            series("rejected", units, UnitRow::rejected),
            series("failed", units, UnitRow::failed)));
  }

  private static Series series(String name, List<UnitRow> units, Function<UnitRow, Long> count) {
    return new Series(name, name, units.stream().map(count).toList());
  }
}
