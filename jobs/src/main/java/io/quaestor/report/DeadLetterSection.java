package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import java.util.List;

/** Asks that got no usable answer, by code. */
public final class DeadLetterSection {
  private static final String ROWS =
      """
      SELECT status, error_code AS code, purpose, model, count(*) AS asks,
             max(substring(error_message, 1, 300)) AS example
      FROM dead_letters GROUP BY status, error_code, purpose, model
      ORDER BY asks DESC, status, code, purpose, model LIMIT 30""";

  private DeadLetterSection() {}

  /** Asks that ended the same way. */
  public record LetterRow(
      String status, String code, String purpose, String model, long asks, String example) {}

  static Section of(Queries queries) {
    List<LetterRow> rows = queries.list(LetterRow.class, ROWS);
    if (rows.isEmpty()) {
      return Section.of("dead-letters", "Dead letters", "Every ask so far got a usable answer.");
    }
    Grid grid =
        Grid.of(
            "Asks without a usable answer",
            Column.text("Code"),
            Column.text("Status"),
            Column.text("Purpose"),
            Column.text("Model"),
            Column.number("Asks"),
            Column.text("For example"));
    rows.forEach(
        r ->
            grid.line(
                Format.words(r.code),
                r.status,
                r.purpose,
                r.model,
                r.asks,
                Format.shortened(r.example, 160)));
    return Section.of(
            "dead-letters",
            "Dead letters",
            "Asks that finally failed, were refused, cut off or answered in the wrong shape. None of"
                + " them counts as a pass anywhere.")
        .with(grid);
  }
}
