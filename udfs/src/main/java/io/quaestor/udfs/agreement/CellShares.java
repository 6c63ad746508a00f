package io.quaestor.udfs.agreement;

import java.util.stream.IntStream;

/** A cross table as shares of its pairs, weighted. Sums are centred, so that little cancels. */
final class CellShares {
  private final CrossTable table;
  private final Weights weights;
  private final double n;
  private final double[] rows;
  private final double[] columns;

  /**
   * @throws IllegalArgumentException when table and weights have different numbers of categories
   */
  CellShares(CrossTable table, Weights weights) {
    if (table.size() != weights.size()) {
      throw new IllegalArgumentException(
          "Weights over %d categories do not fit a table of %d: use as many"
              .formatted(weights.size(), table.size()));
    }
    this.table = table;
    this.weights = weights;
    this.n = table.n();
    this.rows = IntStream.range(0, table.size()).mapToDouble(i -> table.row(i) / n).toArray();
    this.columns = IntStream.range(0, table.size()).mapToDouble(i -> table.column(i) / n).toArray();
  }

  /** Something about a cell. */
  interface Cell {
    double at(int row, int column);
  }

  double n() {
    return n;
  }

  int size() {
    return rows.length;
  }

  double row(int i) {
    return rows[i];
  }

  double column(int i) {
    return columns[i];
  }

  /** Share of the category among all ratings of both. */
  double pooled(int i) {
    return (rows[i] + columns[i]) / 2;
  }

  double weight(int row, int column) {
    return weights.of(row, column);
  }

  double totalWeight() {
    return weights.total();
  }

  /** Weighted agreement; exactly 1 when only pairs of full weight occur. */
  double observed() {
    return 1 - sum((i, j) -> (1 - weight(i, j)) * table.count(i, j)) / n;
  }

  /** What agreement is worth on average when A says i and B says anything as often as B does. */
  double meanWeightOfRow(int i) {
    return IntStream.range(0, size()).mapToDouble(j -> columns[j] * weight(i, j)).sum();
  }

  /** The same for B saying j. */
  double meanWeightOfColumn(int j) {
    return IntStream.range(0, size()).mapToDouble(i -> rows[i] * weight(i, j)).sum();
  }

  double sum(Cell cell) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        sum += cell.at(i, j);
      }
    }
    return sum;
  }

  /** Variance of the term over the pairs. */
  double variance(Cell term) {
    double mean = sum((i, j) -> table.count(i, j) / n * term.at(i, j));
    return sum((i, j) -> table.count(i, j) / n * Math.pow(term.at(i, j) - mean, 2));
  }

  /** The same if the two said what they say independently of each other. */
  double varianceByChance(Cell term) {
    double mean = sum((i, j) -> rows[i] * columns[j] * term.at(i, j));
    return sum((i, j) -> rows[i] * columns[j] * Math.pow(term.at(i, j) - mean, 2));
  }
}
