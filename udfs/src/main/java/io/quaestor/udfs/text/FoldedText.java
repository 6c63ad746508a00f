package io.quaestor.udfs.text;

import java.util.Arrays;

/**
 * A text folded for comparison, each folded UTF-16 unit traceable to the piece of the original that
 * it came from. White space is collapsed to single spaces, not trimmed.
 */
final class FoldedText {
  private final StringBuilder folded;
  private int[] starts;
  private int[] ends;

  private FoldedText(int capacity, boolean traced) {
    folded = new StringBuilder(capacity);
    starts = traced ? new int[capacity] : null;
    ends = traced ? new int[capacity] : null;
  }

  static FoldedText of(String original) {
    FoldedText text = new FoldedText(original.length() + 8, true);
    text.addAll(original);
    return text;
  }

  /** The folded text alone, in half the time. */
  static String untraced(String original) {
    FoldedText text = new FoldedText(original.length() + 8, false);
    text.addAll(original);
    return text.text();
  }

  String text() {
    return folded.toString();
  }

  /** First original UTF-16 unit behind the folded unit at {@code index}. */
  int start(int index) {
    return starts[index];
  }

  /** One past the last original UTF-16 unit behind the folded unit at {@code index}. */
  int end(int index) {
    return ends[index];
  }

  private void addAll(String original) {
    int start = 0;
    while (start < original.length()) {
      int end = Pieces.end(original, start);
      add(original, start, end);
      start = end;
    }
  }

  private void add(String original, int start, int end) {
    int common = end == start + 1 ? Pieces.foldCommon(original.charAt(start)) : -1;
    if (common >= 0) {
      append((char) common, start, end);
      return;
    }
    String piece = Pieces.fold(original.substring(start, end));
    for (int i = 0; i < piece.length(); i++) {
      append(piece.charAt(i), start, end);
    }
  }

  private void append(char unit, int start, int end) {
    boolean space = Pieces.isSpace(unit);
    int length = folded.length();
    if (space && length > 0 && folded.charAt(length - 1) == ' ') {
      trace(length - 1, -1, end);
      return;
    }
    trace(length, start, end);
    folded.append(space ? ' ' : unit);
  }

  /** Notes where a folded unit came from; a negative start leaves the one it has. */
  private void trace(int index, int start, int end) {
    if (starts == null) {
      return;
    }
    if (index == starts.length) {
      starts = Arrays.copyOf(starts, index * 2);
      ends = Arrays.copyOf(ends, index * 2);
    }
    starts[index] = start < 0 ? starts[index] : start;
    ends[index] = end;
  }
}
