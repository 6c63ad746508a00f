package io.quaestor.corpus;

import java.util.List;

/**
 * What every format is read into.
 *
 * @param title title the file declares, null when it declares none
 * @param blocks in reading order
 * @param pages number of pages, null for formats without pages
 * @param mentions links and media in reading order; of Markdown and HTML only
 */
record ParsedDocument(String title, List<Block> blocks, Integer pages, List<Mention> mentions) {

  ParsedDocument(String title, List<Block> blocks, Integer pages) {
    this(title, blocks, pages, List.of());
  }

  /** The declared title, else the outermost first heading, else null. */
  String heading() {
    Block best = null;
    for (Block block : blocks) {
      if (block.isHeading() && (best == null || block.level() < best.level())) {
        best = block;
      }
    }
    if (best != null && (best.level() == 1 || title == null)) {
      return best.text();
    }
    return title;
  }

  boolean hasBody() {
    return blocks.stream().anyMatch(block -> !block.isHeading());
  }
}
