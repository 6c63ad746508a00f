package io.quaestor.report;

import java.util.List;

/**
 * Part of a section: a picture and the tables behind it, questions to open.
 *
 * @param heading null for none
 * @param says paragraphs
 * @param chart null for none
 */
record Part(
    String heading, List<String> says, Chart chart, List<Grid> grids, List<SpotList> lists) {

  static Part of(Chart chart, Grid... grids) {
    return new Part(null, List.of(), chart, List.of(grids), List.of());
  }

  static Part of(List<Grid> grids) {
    return new Part(null, List.of(), null, grids, List.of());
  }

  static Part titled(String heading, List<String> says) {
    return new Part(heading, says, null, List.of(), List.of());
  }

  Part with(Chart shown) {
    return new Part(heading, says, shown, grids, lists);
  }

  Part with(Grid... shown) {
    return new Part(heading, says, chart, List.of(shown), lists);
  }

  Part with(List<SpotList> shown) {
    return new Part(heading, says, chart, grids, shown);
  }
}
