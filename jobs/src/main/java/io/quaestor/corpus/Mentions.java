package io.quaestor.corpus;

import java.util.ArrayList;
import java.util.List;

/** Collects links and media while a document is read; what is no resource is left out. */
final class Mentions {
  private final List<Mention> placed = new ArrayList<>();
  private final List<Mention> open = new ArrayList<>();

  /** A mention whose block is not known yet. */
  void add(ResourceKind kind, String url, String title, String text) {
    String address = ResourceUrl.of(url, kind);
    if (address != null) {
      open.add(new Mention(kind.at(address), address, clean(title), clean(text), 0));
    }
  }

  /** Says which block the mentions since the last call belong to; the first at least. */
  void place(int block) {
    open.forEach(mention -> placed.add(mention.at(Math.max(0, block))));
    open.clear();
  }

  /** Mentions of a part of the document. */
  void addAll(HtmlBlocks.Content part, int blocksBefore) {
    int shift = part.blocks().isEmpty() ? blocksBefore - 1 : blocksBefore;
    part.mentions()
        .forEach(mention -> placed.add(mention.at(Math.max(0, mention.block() + shift))));
  }

  List<Mention> list() {
    return placed;
  }

  private static String clean(String raw) {
    String line = raw == null ? "" : Texts.line(raw);
    return line.isEmpty() ? null : line;
  }
}
