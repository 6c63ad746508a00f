package io.quaestor.report;

import java.util.List;

/**
 * Shares over time with bands, in percent.
 *
 * @param categories days or weeks, in order
 */
record Lines(String label, List<String> categories, List<Marks> series) implements Chart {

  @Override
  public String kind() {
    return "lines";
  }

  @Override
  public int height() {
    return 340;
  }
}
