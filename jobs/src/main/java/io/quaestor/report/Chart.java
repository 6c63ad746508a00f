package io.quaestor.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * Horizontal bars, one group per category; always next to a {@link Grid} with the same figures.
 *
 * @param label what it shows, for those who do not see it
 * @param unit empty for counts, {@code %} for shares
 * @param stacked whether a category's bars follow one another
 */
record Chart(
    String id,
    String label,
    String unit,
    boolean stacked,
    List<String> categories,
    List<Series> series) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Bars of one colour.
   *
   * @param role names the colour in the style sheet
   */
  record Series(String name, String role, List<? extends Number> values) {}

  /** The chart as JSON that is inert inside a script element: no markup, no line separators. */
  String json() {
    try {
      return inert(JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A chart of plain values is always JSON", e);
    }
  }

  static String inert(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** Bars plus the room for axis and legend, so that no label is squeezed out. */
  int height() {
    int bars = stacked ? 1 : series.size();
    return 90 + categories.size() * (14 + 16 * bars);
  }
}
