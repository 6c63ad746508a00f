package io.quaestor.bench;

import java.util.List;

/**
 * What scoring a table takes.
 *
 * @param rows in the table
 * @param repeats of every query; figures are medians
 */
public record ScoringResult(long rows, int repeats, List<Figure> figures) {

  /**
   * One query over so many rows.
   *
   * @param perSecond rows, by the clock
   * @param cpuNanosPerRow of this process on all cores, without what the query takes anyway
   * @param fixedCpuMs what it takes over next to no rows: starting its tasks and opening files
   * @param ofScan rows per CPU second as a share of reading the same columns; null for reading
   * @param ofBuiltIn rows per CPU second as a share of rubric v4 in Spark's expressions; null where
   *     something else is computed
   */
  public record Figure(
      String query,
      long rows,
      double perSecond,
      double cpuNanosPerRow,
      double fixedCpuMs,
      Double ofScan,
      Double ofBuiltIn) {}
}
