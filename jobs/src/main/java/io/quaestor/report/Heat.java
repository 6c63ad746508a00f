package io.quaestor.report;

import java.util.List;

/** Shares as coloured cells with the number in each. */
record Heat(String label, List<String> columns, List<String> rows, List<Cell> cells)
    implements Chart {

  /**
   * One cell.
   *
   * @param column 0-based
   * @param row 0-based
   * @param value 0 to 1, null when undefined
   * @param text what stands in the cell
   * @param detail what the share is made of, shown where there is room
   */
  record Cell(int column, int row, Double value, String text, String detail) {}

  @Override
  public String kind() {
    return "heat";
  }

  @Override
  public int height() {
    return 70 + rows.size() * 46;
  }
}
