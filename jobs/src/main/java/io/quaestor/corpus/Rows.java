package io.quaestor.corpus;

import java.util.List;

/** Table rows as text. */
final class Rows {
  private Rows() {}

  /** Cells between bars; empty when every cell is. */
  static String join(List<String> cells) {
    return cells.stream().allMatch(String::isEmpty) ? "" : String.join(" | ", cells).strip();
  }
}
