package io.quaestor.corpus;

import java.util.List;

/**
 * A run of text that belongs together: a heading, a paragraph, a list item, a row, a code listing.
 *
 * @param level 1 to 6 for headings, else 0
 * @param text clean text, never blank; only code has line breaks
 * @param page page it starts on, null for formats without pages
 * @param turnsAt offset in {@code text} where the next page begins; its length when it ends on its
 *     own page
 */
record Block(Kind kind, int level, String text, Integer page, int turnsAt) {

  enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM,
    ROW,
    CODE
  }

  static final int LONGEST_HEADING = 200;

  static Block heading(int level, String text, Integer page) {
    return text.length() > LONGEST_HEADING
        ? of(Kind.PARAGRAPH, text, page)
        : new Block(Kind.HEADING, level, text, page, text.length());
  }

  static Block of(Kind kind, String text, Integer page) {
    return new Block(kind, 0, text, page, text.length());
  }

  boolean isHeading() {
    return kind == Kind.HEADING;
  }

  /** Whether its sentences can be cited: headings and listings have none. */
  boolean isProse() {
    return kind != Kind.HEADING && kind != Kind.CODE;
  }

  /** Where it may be cut: sentences, the lines of a listing, a row as a whole. */
  List<Sentences.Range> sentences() {
    return kind == Kind.CODE || kind == Kind.ROW ? Sentences.lines(text) : Sentences.of(text);
  }

  /** Page of the character at an offset, null for formats without pages. */
  Integer pageAt(int offset) {
    return page == null ? null : offset >= turnsAt ? page + 1 : page;
  }

  /** The same block, all of it on a page. */
  Block on(int other) {
    return new Block(kind, level, text, other, text.length());
  }

  /** The same kind of block with a part of the text. */
  Block part(int from, int to) {
    int turn = Math.min(Math.max(turnsAt - from, 0), to - from);
    Integer first = pageAt(from);
    return new Block(kind, level, text.substring(from, to), first, turn == 0 ? to - from : turn);
  }
}
