package io.quaestor.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table to show.
 *
 * @param note said below it, null for nothing
 * @param fold whether it is closed until somebody opens it
 */
record Grid(String caption, List<Column> columns, List<Line> lines, String note, boolean fold) {

  static Grid of(String caption, Column... columns) {
    return new Grid(caption, List.of(columns), new ArrayList<>(), null, false);
  }

  /** Adds a line: counts and texts in the order of the columns; null shows as a dash. */
  Grid line(Object... values) {
    lines.add(new Line(cells(values), false));
    return this;
  }

  Grid total(Object... values) {
    lines.add(new Line(cells(values), true));
    return this;
  }

  Grid note(String text) {
    return new Grid(caption, columns, lines, text, fold);
  }

  /** The same table, closed until somebody opens it. */
  Grid folded() {
    return new Grid(caption, columns, lines, note, true);
  }

  int size() {
    return lines.size();
  }

  /** Says how many lines were left out of a list that was capped. */
  Grid capped(long all, String noun) {
    long left = all - lines.stream().filter(line -> !line.total()).count();
    return left <= 0 ? this : note("Not shown: %s more.".formatted(Format.count(left, noun)));
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  private List<Cell> cells(Object... values) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      cells.add(new Cell(text(values[i]), columns.get(i).number(), i == 0));
    }
    return cells;
  }

  private static String text(Object value) {
    if (value == null) {
      return Format.NONE;
    }
    return value instanceof Number number ? Format.count(number.longValue()) : value.toString();
  }

  /** A column's heading; numbers stand to the right. */
  record Column(String label, boolean number) {
    static Column text(String label) {
      return new Column(label, false);
    }

    static Column number(String label) {
      return new Column(label, true);
    }
  }

  /** A row of the table. */
  record Line(List<Cell> cells, boolean total) {}

  /** A field; the first of a line heads it. */
  record Cell(String text, boolean number, boolean head) {}
}
