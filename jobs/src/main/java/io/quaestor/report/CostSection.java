package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the calls cost. */
public final class CostSection {
  private static final String ROWS =
      """
      SELECT purpose, model, count(*) AS asks, sum(attempts) AS calls,
             count_if(status = 'ok') AS ok, sum(input_tokens) AS inputTokens,
             sum(cached_input_tokens) AS cachedTokens, sum(output_tokens) AS outputTokens,
             sum(maybe_billed) AS maybeBilled, sum(cost_usd) AS costUsd
      FROM llm_calls GROUP BY purpose, model ORDER BY costUsd DESC, purpose, model LIMIT 1000""";

  private CostSection() {}

  /** The calls of one purpose to one model. */
  public record CostRow(
      String purpose,
      String model,
      long asks,
      long calls,
      long ok,
      long inputTokens,
      long cachedTokens,
      long outputTokens,
      long maybeBilled,
      BigDecimal costUsd) {}

  static List<CostRow> rows(Queries queries) {
    return queries.list(CostRow.class, ROWS);
  }

  static Section of(List<CostRow> rows, Figures figures) {
    if (rows.isEmpty()) {
      return Section.of("cost", "Cost", "No model has been called yet.");
    }
    Grid grid =
        Grid.of(
            "Calls, tokens and cost by purpose and model",
            Column.text("Purpose"),
            Column.text("Model"),
            Column.number("Asks"),
            Column.number("Calls sent"),
            Column.number("Answered well"),
            Column.number("Input tokens"),
            Column.number("Cached input"),
            Column.number("Output tokens"),
            Column.number("Maybe billed, answer lost"),
            Column.number("Cost"));
    rows.forEach(
        r ->
            grid.line(
                r.purpose,
                r.model,
                r.asks,
                r.calls,
                r.ok,
                r.inputTokens,
                r.cachedTokens,
                r.outputTokens,
                r.maybeBilled,
                Format.dollars(r.costUsd)));
    return Section.of("cost", "Cost", said(figures))
        .with(
            grid.total(
                "All",
                "",
                sum(rows, CostRow::asks),
                sum(rows, CostRow::calls),
                sum(rows, CostRow::ok),
                sum(rows, CostRow::inputTokens),
                sum(rows, CostRow::cachedTokens),
                sum(rows, CostRow::outputTokens),
                sum(rows, CostRow::maybeBilled),
                Format.dollars(figures.costUsd())));
  }

  private static String said(Figures f) {
    String total = Format.dollars(f.costUsd()) + " in all, at the configured list prices";
    return f.active() == 0
        ? total + "; no question is active yet, so there is no cost per active question."
        : "%s: %s per active question (%s active)."
            .formatted(
                total, Format.dollarsEach(f.costUsd(), f.active()), Format.count(f.active()));
  }

  private static long sum(List<CostRow> rows, ToLongFunction<CostRow> count) {
    return rows.stream().mapToLong(count).sum();
  }
}
