package io.quaestor.app;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A small result as lines of text. */
final class SqlTable {
  private static final int MAX_CELL = 60;

  private SqlTable() {}

  /** Header, rule and rows, columns aligned, long cells cut; the rows must fit in memory. */
  static List<String> lines(Dataset<Row> rows) {
    List<String[]> cells = new ArrayList<>();
    cells.add(rows.columns());
    for (Row row : rows.collectAsList()) {
      String[] line = new String[row.size()];
      for (int i = 0; i < row.size(); i++) {
        line[i] = cell(row.get(i));
      }
      cells.add(line);
    }
    int[] widths = new int[rows.columns().length];
    cells.forEach(line -> widen(widths, line));
    List<String> lines = new ArrayList<>();
    for (String[] line : cells) {
      lines.add(padded(line, widths));
      if (lines.size() == 1) {
        lines.add(rule(widths));
      }
    }
    lines.add(cells.size() == 2 ? "1 row" : "%,d rows".formatted(cells.size() - 1));
    return lines;
  }

  private static String cell(Object value) {
    String text = value == null ? "null" : value.toString().replaceAll("\\s+", " ");
    text = text.replaceFirst("^(ArraySeq|WrappedArray)\\(", "(");
    return text.length() <= MAX_CELL ? text : text.substring(0, MAX_CELL - 1) + "…";
  }

  private static void widen(int[] widths, String[] line) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], line[i].length());
    }
  }

  private static String padded(String[] line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length; i++) {
      text.append(line[i]).append(" ".repeat(widths[i] - line[i].length())).append("  ");
    }
    return text.toString().stripTrailing();
  }

  private static String rule(int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int width : widths) {
      text.append("-".repeat(width)).append("  ");
    }
    return text.toString().stripTrailing();
  }
}
