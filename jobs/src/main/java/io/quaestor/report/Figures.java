package io.quaestor.report;

import io.quaestor.report.CorpusSection.FormatRow;
import io.quaestor.report.CostSection.CostRow;
import io.quaestor.report.YieldSection.UnitRow;
import java.math.BigDecimal;
import java.util.List;

/**
 * Totals over the whole warehouse, from the rows the sections show.
 *
 * @param asked questions asked for and where they ended; zeros before anything was asked
 */
record Figures(
    long documents,
    long failedDocuments,
    long chunks,
    long units,
    UnitRow asked,
    BigDecimal costUsd) {
  private static final UnitRow NOTHING = new UnitRow(null, 0, 0, 0, 0, 0, 0, 0);

  static Figures of(List<FormatRow> formats, long units, List<UnitRow> yield, List<CostRow> costs) {
    return new Figures(
        formats.stream().mapToLong(FormatRow::documents).sum(),
        formats.stream().mapToLong(FormatRow::failed).sum(),
        formats.stream().mapToLong(FormatRow::chunks).sum(),
        units,
        yield.stream().filter(UnitRow::total).findFirst().orElse(NOTHING),
        costs.stream().map(CostRow::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  long active() {
    return asked.active();
  }
}
