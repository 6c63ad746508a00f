package io.quaestor.report;

import java.util.List;

/**
 * Horizontal bars, one group per category.
 *
 * @param unit empty for counts, {@code %} for shares
 * @param stacked whether a category's bars follow one another
 */
record Bars(
    String label, String unit, boolean stacked, List<String> categories, List<Series> series)
    implements Chart {

  /**
   * Bars of one colour.
   *
   * @param role names the colour in the style sheet; {@code auto} for the next one
   */
  record Series(String name, String role, List<? extends Number> values) {}

  @Override
  public String kind() {
    return "bars";
  }

  @Override
  public int height() {
    int bars = stacked ? 1 : series.size();
    return 90 + categories.size() * (14 + 16 * bars);
  }
}
