package io.quaestor.udfs.agreement;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How often rater A put something into category i while rater B put it into category j: rows are
 * A's, columns B's, both in the order of one declared list of categories. Mergeable as {@link
 * TwoByTwo} is. Categories that nobody used count: they widen the scale.
 */
public final class CrossTable {
  private final long[][] cells;

  private CrossTable(long[][] cells) {
    this.cells = cells;
  }

  /**
   * A table of its own copy of the cells.
   *
   * @throws IllegalArgumentException unless it is square and holds counts from 0 up
   */
  public static CrossTable of(long[][] cells) {
    for (long[] row : cells) {
      if (row.length != cells.length || LongStream.of(row).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException(
            "No table of two raters: %s; it has to be square, with counts from 0 up"
                .formatted(Arrays.deepToString(cells)));
      }
    }
    return new CrossTable(Stream.of(cells).map(long[]::clone).toArray(long[][]::new));
  }

  /** Fail and pass, in this order. */
  public static CrossTable of(TwoByTwo table) {
    return new CrossTable(
        new long[][] {
          {table.bothFail(), table.aOnlyFail()}, {table.bOnlyFail(), table.bothPass()}
        });
  }

  /**
   * Both tables' pairs together.
   *
   * @throws IllegalArgumentException when they have different numbers of categories
   * @throws ArithmeticException when a count passes 2^63 - 1
   */
  public CrossTable plus(CrossTable other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException(
          "Tables of %d and %d categories do not add up: declare the same categories for both"
              .formatted(size(), other.size()));
    }
    long[][] sum = new long[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        sum[i][j] = Math.addExact(cells[i][j], other.cells[i][j]);
      }
    }
    return new CrossTable(sum);
  }

  /** Number of categories. */
  public int size() {
    return cells.length;
  }

  /** How often A said the first and B the second. */
  public long count(int row, int column) {
    return cells[row][column];
  }

  /**
   * Number of pairs.
   *
   * @throws ArithmeticException when it passes 2^63 - 1
   */
  public long n() {
    return Stream.of(cells).flatMapToLong(LongStream::of).reduce(0, Math::addExact);
  }

  /** How often both said the same. */
  public long agreeing() {
    return LongStream.range(0, size()).map(i -> cells[(int) i][(int) i]).sum();
  }

  long row(int row) {
    return LongStream.of(cells[row]).sum();
  }

  long column(int column) {
    return Stream.of(cells).mapToLong(row -> row[column]).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CrossTable table && Arrays.deepEquals(cells, table.cells);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(cells);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(cells);
  }
}
