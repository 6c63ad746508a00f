package io.quaestor.outside;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Where each part of each file begins: one small entry per part, not per row. */
final class BlockStarts implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * @param line of its first line, from 1
   * @param openedAt line of the record that goes on from the part before, 0 for none
   */
  record Start(long line, long openedAt) implements Serializable {}

  private record Key(String file, long block) implements Serializable {}

  private final HashMap<Key, Start> starts = new HashMap<>();
  private boolean anyOpen;

  BlockStarts(List<Block> blocks) {
    String file = null;
    Start at = null;
    List<Block> ordered =
        blocks.stream()
            .sorted(Comparator.comparing(Block::file).thenComparingLong(Block::block))
            .toList();
    for (Block block : ordered) {
      at = block.file().equals(file) ? at : new Start(1, 0);
      file = block.file();
      starts.put(new Key(file, block.block()), at);
      anyOpen |= at.openedAt() > 0;
      at = new Start(at.line() + block.lines(), openedAt(block, at));
    }
  }

  private static long openedAt(Block block, Start at) {
    long open = at.openedAt() > 0 ? block.afterOpen() : block.afterClosed();
    if (open == Block.CARRIED) {
      return at.openedAt();
    }
    return open == Block.CLOSED ? 0 : at.line() + open;
  }

  Start of(TextLine line) {
    return starts.get(new Key(line.file(), line.block()));
  }

  /** Whether a record runs from one part into the next. */
  boolean anyOpen() {
    return anyOpen;
  }
}
