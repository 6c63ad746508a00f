package io.quaestor.udfs.agreement.raters;

import io.quaestor.udfs.agreement.CrossTable;
import io.quaestor.udfs.agreement.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * How many independent raters the given ones are worth (Kish 1965, Survey Sampling, section 5.4):
 * {@code k / (1 + (k - 1) r)} with the mean correlation r of all pairs, each over the units that
 * both rated. k for raters that do not correlate, 1 for copies of each other, more than k for
 * negative correlation. Verdicts on good and bad units correlate because they are right: for what
 * errors share, count errors instead.
 */
public final class EffectiveRaters {
  private EffectiveRaters() {}

  /**
   * The number. Undefined for fewer than two raters ({@code few_raters}), when a pair has no unit
   * in common ({@code no_pairs}) or a rater never varies on one ({@code no_variation}), for other
   * than numbers and verdicts ({@code not_numeric}), and when correlation is as negative as can be
   * ({@code infinite}).
   */
  public static Statistic of(Patterns patterns) {
    int k = patterns.raters();
    if (k < 2) {
      return Statistic.undefined("few_raters");
    }
    List<Category> scale = new ArrayList<>(patterns.categories());
    if (scale.size() > 2 && scale.stream().anyMatch(category -> category.number() == null)) {
      return Statistic.undefined("not_numeric");
    }
    double sum = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        Statistic correlation = correlation(patterns.pair(j, i, scale), scale);
        if (!correlation.isDefined()) {
          return correlation;
        }
        sum += correlation.value();
      }
    }
    double worth = 1 + 2 * sum / k;
    return worth > 0 ? Statistic.of(k / worth) : Statistic.undefined(Statistic.INFINITE);
  }

  /** Pearson's, which of two categories is phi. */
  static Statistic correlation(CrossTable table, List<Category> scale) {
    double n = table.n();
    if (n == 0) {
      return Statistic.undefined(Statistic.NO_PAIRS);
    }
    double[] means = new double[2];
    forEach(
        table,
        (i, j, count) -> {
          means[0] += count / n * value(scale, i);
          means[1] += count / n * value(scale, j);
        });
    double[] products = new double[3];
    forEach(
        table,
        (i, j, count) -> {
          double a = value(scale, i) - means[0];
          double b = value(scale, j) - means[1];
          products[0] += count / n * a * a;
          products[1] += count / n * b * b;
          products[2] += count / n * a * b;
        });
    double spread = Math.sqrt(products[0]) * Math.sqrt(products[1]);
    return spread > 0 && !isConstant(table)
        ? Statistic.of(Math.max(-1, Math.min(1, products[2] / spread)))
        : Statistic.undefined(Statistic.NO_VARIATION);
  }

  private interface Cell {
    void at(int row, int column, double count);
  }

  private static void forEach(CrossTable table, Cell cell) {
    for (int i = 0; i < table.size(); i++) {
      for (int j = 0; j < table.size(); j++) {
        cell.at(i, j, table.count(i, j));
      }
    }
  }

  private static boolean isConstant(CrossTable table) {
    long n = table.n();
    for (int i = 0; i < table.size(); i++) {
      long row = 0;
      long column = 0;
      for (int j = 0; j < table.size(); j++) {
        row += table.count(i, j);
        column += table.count(j, i);
      }
      if (row == n || column == n) {
        return true;
      }
    }
    return false;
  }

  private static double value(List<Category> scale, int i) {
    Double number = scale.get(i).number();
    return number == null ? i : number;
  }
}
