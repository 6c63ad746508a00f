package io.quaestor.corpus;

import java.util.BitSet;

/** Marks what stands inside short quotations and parentheses, where no sentence ends. */
final class Brackets {
  /** A longer quotation is cut into its sentences all the same. */
  private static final int LONGEST = 400;

  private static final String OPENERS = "«(“";
  private static final String CLOSERS = "»)”";

  private final BitSet inside = new BitSet();

  Brackets(String text) {
    for (int kind = 0; kind < OPENERS.length(); kind++) {
      mark(text, OPENERS.charAt(kind), CLOSERS.charAt(kind));
    }
  }

  /** Whether a quotation or parenthesis that began before this place goes on after it. */
  boolean open(int at) {
    return inside.get(at);
  }

  private void mark(String text, char opener, char closer) {
    int opened = text.indexOf(opener);
    while (opened >= 0) {
      int closed = text.indexOf(closer, opened + 1);
      if (closed < 0) {
        return;
      }
      if (closed - opened <= LONGEST) {
        inside.set(opened + 1, closed + 1);
      }
      opened = text.indexOf(opener, closed + 1);
    }
  }
}
