package io.quaestor.report;

import java.util.List;

/**
 * One chapter of the page.
 *
 * @param id anchor
 * @param says paragraphs; a section with nothing to show says so here
 * @param chart null for none
 */
record Section(
    String id, String title, List<String> says, Chart chart, List<Grid> grids, List<Card> cards) {

  static Section of(String id, String title, String... says) {
    return new Section(id, title, List.of(says), null, List.of(), List.of());
  }

  Section with(Chart shown) {
    return new Section(id, title, says, shown, grids, cards);
  }

  Section with(Grid... shown) {
    return new Section(id, title, says, chart, List.of(shown), cards);
  }

  Section withGrids(List<Grid> shown) {
    return new Section(id, title, says, chart, shown, cards);
  }

  Section withCards(List<Card> shown) {
    return new Section(id, title, says, chart, grids, shown);
  }

  Section saying(List<String> paragraphs) {
    return new Section(id, title, paragraphs, chart, grids, cards);
  }

  boolean hasCards() {
    return !cards.isEmpty();
  }
}
