package io.quaestor.udfs.agreement;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How much agreement a pair of categories is worth: 1 for the same, less the further they lie apart
 * in the declared order.
 */
public final class Weights {
  private final double[][] cells;

  private Weights(double[][] cells) {
    this.cells = cells;
  }

  /** The usual ways of weighting. */
  public enum Kind {
    /** 1 on the diagonal, 0 elsewhere. */
    IDENTITY,
    /** {@code 1 - |i - j| / (q - 1)}. */
    LINEAR,
    /** {@code 1 - (i - j)^2 / (q - 1)^2}. */
    QUADRATIC;

    /** The kind of that name in any case. */
    public static Optional<Kind> of(String name) {
      return Stream.of(values())
          .filter(kind -> name != null && kind.name().equals(name.strip().toUpperCase(Locale.ROOT)))
          .findFirst();
    }

    /** Its weights over that many categories. */
    public Weights over(int categories) {
      double widest = Math.max(1, categories - 1);
      return switch (this) {
        case IDENTITY -> byDistance(categories, d -> d == 0 ? 1 : 0);
        case LINEAR -> byDistance(categories, d -> 1 - d / widest);
        case QUADRATIC -> byDistance(categories, d -> 1 - d * d / (widest * widest));
      };
    }

    private static Weights byDistance(int categories, IntToDoubleFunction weight) {
      double[][] cells = new double[categories][categories];
      for (int i = 0; i < categories; i++) {
        for (int j = 0; j < categories; j++) {
          cells[i][j] = weight.applyAsDouble(Math.abs(i - j));
        }
      }
      return new Weights(cells);
    }
  }

  /** Weights of one's own (Cohen 1968), 1 on the diagonal and 0 to 1 elsewhere. */
  public static Weights of(double[][] cells) {
    return new Weights(Stream.of(cells).map(double[]::clone).toArray(double[][]::new));
  }

  /** Number of categories. */
  public int size() {
    return cells.length;
  }

  /** What it is worth when one says the first and another the second. */
  public double of(int row, int column) {
    return cells[row][column];
  }

  /** The sum of all. */
  public double total() {
    return Stream.of(cells).mapToDouble(row -> DoubleStream.of(row).sum()).sum();
  }
}
