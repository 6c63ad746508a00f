package io.quaestor.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A picture of figures that stand in a {@link Grid} beside it; {@code charts.js} draws it. */
sealed interface Chart permits Bars, Dots, Heat, Lines {
  ObjectMapper JSON = new ObjectMapper();

  /** What it shows, for those who do not see it. */
  String label();

  /** Which drawing of the script. */
  String kind();

  /** CSS pixels: room for every mark, the axes and the legend, so that no label is squeezed out. */
  int height();

  /** The chart as JSON that is inert inside a script element: no markup, no line separators. */
  default String json() {
    try {
      ObjectNode chart = JSON.valueToTree(this);
      return inert(JSON.writeValueAsString(chart.put("kind", kind())));
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
}
