package io.quaestor.outside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;

/** From the cells of a row to a verdict, and what is wrong with it. */
record ParseVerdict() implements MapFunction<RawRow, ParsedVerdict> {

  @Override
  public ParsedVerdict call(RawRow row) {
    Map<String, String> cells = row.cells();
    List<Problem> problems = new ArrayList<>();
    if (row.problem() != null) {
      problems.add(Problem.of(null, row.problem(), null));
    } else {
      missing(cells, problems);
    }
    return new ParsedVerdict(
        row.file(),
        row.number(),
        text(cells, "question_id"),
        text(cells, "auditor"),
        text(cells, "model"),
        text(cells, "criterion"),
        passed(cells, problems),
        soft(cells, problems),
        auditedAt(cells, problems),
        text(cells, "severity"),
        text(cells, "notes"),
        problems);
  }

  private static void missing(Map<String, String> cells, List<Problem> problems) {
    for (String column : List.of("question_id", "auditor", "criterion")) {
      if (!cells.containsKey(column)) {
        problems.add(Problem.of(column, "missing", null));
      }
    }
    cells.forEach(
        (column, cell) -> {
          if (cell.indexOf('\uFFFD') >= 0) {
            problems.add(Problem.of(column, "not_utf8", cell));
          }
        });
  }

  private static Boolean passed(Map<String, String> cells, List<Problem> problems) {
    String cell = cells.get("passed");
    try {
      return cell == null ? null : Cells.truth(cell);
    } catch (BadCell e) {
      problems.add(Problem.of("passed", e.getMessage(), cell));
      return null;
    }
  }

  private static Instant auditedAt(Map<String, String> cells, List<Problem> problems) {
    String cell = cells.get("audited_at");
    try {
      return cell == null ? null : Cells.instant(cell);
    } catch (BadCell e) {
      problems.add(Problem.of("audited_at", e.getMessage(), cell));
      return null;
    }
  }

  private static Boolean soft(Map<String, String> cells, List<Problem> problems) {
    String kind = cells.getOrDefault("kind", "").strip().toLowerCase(Locale.ROOT);
    if (!List.of("", "gate", "soft").contains(kind)) {
      problems.add(Problem.of("kind", "not_gate_or_soft", cells.get("kind")));
    }
    return kind.isEmpty() ? null : (Boolean) kind.equals("soft");
  }

  private static String text(Map<String, String> cells, String column) {
    String cell = cells.get(column);
    return cell == null ? null : cell.strip();
  }
}
