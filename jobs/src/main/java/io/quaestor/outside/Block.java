package io.quaestor.outside;

/**
 * What a part of a file does to the records that run through it. Parts are read apart from each
 * other, so each says what it comes to for both ways it may begin.
 *
 * @param block where it begins, bytes
 * @param lines how many it has
 * @param afterClosed what it leaves open when it begins between two records: the 0-based line on
 *     which the open record began, -1 for none
 * @param afterOpen the same when it begins inside a quoted field; -2 for the record that was open
 */
public record Block(String file, long block, long lines, long afterClosed, long afterOpen) {
  static final long CLOSED = -1;
  static final long CARRIED = -2;

  static Block empty(TextLine line) {
    return new Block(line.file(), line.block(), 0, CLOSED, CARRIED);
  }

  Block and(String text, Quoting quoting) {
    return new Block(
        file, block, lines + 1, next(afterClosed, text, quoting), next(afterOpen, text, quoting));
  }

  private long next(long open, String text, Quoting quoting) {
    boolean inside = open != CLOSED;
    if (!quoting.endsInside(text, inside)) {
      return CLOSED;
    }
    return inside ? open : lines;
  }

  boolean holds(TextLine line) {
    return block == line.block() && file.equals(line.file());
  }
}
