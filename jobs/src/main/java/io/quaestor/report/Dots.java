package io.quaestor.report;

import java.util.List;

/**
 * Shares as dots with whiskers, side by side per category, in percent.
 *
 * @param joined whether a line leads from a category's first dot to its last
 * @param limit a share to mark across all categories, in percent; null for none
 * @param categories labels; what follows a line break is set below
 */
record Dots(String label, boolean joined, Double limit, List<String> categories, List<Marks> series)
    implements Chart {

  @Override
  public String kind() {
    return "dots";
  }

  @Override
  public int height() {
    long rows = series.stream().filter(each -> !each.hollow()).count();
    return 100 + categories.size() * (24 + 13 * (int) Math.max(1, rows));
  }
}
