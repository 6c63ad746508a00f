package io.quaestor.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One chapter of the page.
 *
 * @param id anchor
 * @param says paragraphs; a section with nothing to show says so here
 */
record Section(String id, String title, List<String> says, List<Part> parts, List<Card> cards) {

  static Section of(String id, String title, String... says) {
    return new Section(id, title, List.of(says), List.of(), List.of());
  }

  Section with(Chart shown) {
    return with(Part.of(shown));
  }

  Section with(Grid... shown) {
    return withGrids(List.of(shown));
  }

  Section withGrids(List<Grid> shown) {
    return with(Part.of(shown));
  }

  Section with(Part part) {
    return withParts(List.of(part));
  }

  /** Puts them after those that are there. */
  Section withParts(List<Part> more) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(more);
    return new Section(id, title, says, all, cards);
  }

  Section withCards(List<Card> shown) {
    return new Section(id, title, says, parts, shown);
  }

  boolean hasCards() {
    return !cards.isEmpty();
  }
}
