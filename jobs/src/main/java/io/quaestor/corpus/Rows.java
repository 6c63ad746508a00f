package io.quaestor.corpus;

import java.util.List;
import java.util.stream.Collectors;

/** Table rows as text. */
final class Rows {
  private Rows() {}

  /** Cells between bars, without the empty ones. */
  static String join(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" | "));
  }
}
