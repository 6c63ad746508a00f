package io.quaestor.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Reads a document's blocks as sections under headings. */
final class Outline {
  private static final int DEEPEST = 6;

  private final int topLevel;
  private final Deque<Block> open = new ArrayDeque<>();
  private final List<Block> lead = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private boolean topBegins = true;

  private Outline(int topLevel) {
    this.topLevel = topLevel;
  }

  /**
   * What stands under one heading, without what stands under its sub-headings.
   *
   * @param top whether a part of the document begins here
   */
  record Section(boolean top, List<Entry> entries) {

    int tokens() {
      return entries.stream().mapToInt(Entry::tokens).sum();
    }
  }

  /** Sections in order; headings without text go with the text that follows them. */
  static List<Section> of(List<Block> blocks) {
    Outline outline = new Outline(topLevel(blocks));
    blocks.forEach(outline::take);
    outline.takeLastHeadings();
    return outline.sections;
  }

  private void take(Block block) {
    if (!block.isHeading()) {
      add(block);
      return;
    }
    while (!open.isEmpty() && open.peekLast().level() >= block.level()) {
      open.removeLast();
    }
    open.addLast(block);
    lead.add(block);
    topBegins |= block.level() <= topLevel;
  }

  private void add(Block body) {
    if (sections.isEmpty() || !lead.isEmpty()) {
      sections.add(new Section(topBegins, new ArrayList<>()));
      topBegins = false;
    }
    List<String> path = open.stream().map(Block::text).toList();
    sections.get(sections.size() - 1).entries().add(Entry.of(lead, body, path));
    lead.clear();
  }

  private void takeLastHeadings() {
    if (!lead.isEmpty()) {
      Block last = lead.remove(lead.size() - 1);
      add(last);
    }
  }

  /** The outermost level that divides the document: a lone first heading is its title. */
  private static int topLevel(List<Block> blocks) {
    List<Integer> levels = blocks.stream().filter(Block::isHeading).map(Block::level).toList();
    for (int level = 1; level <= DEEPEST; level++) {
      if (Collections.frequency(levels, level) > 1) {
        return level;
      }
    }
    return 0;
  }
}
