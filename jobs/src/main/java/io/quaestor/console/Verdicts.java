package io.quaestor.console;

import io.quaestor.tables.Audit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verdicts of auditors side by side; pure.
 *
 * @param rows a criterion each, gate criteria first
 */
record Verdicts(List<Head> heads, List<Row> rows) {

  /** An auditor and what it came to. */
  record Head(String auditor, String outcome, String reason, String notes) {
    boolean failed() {
      return outcome.equals("fail");
    }
  }

  /** A criterion and each auditor's word on it. */
  record Row(String criterion, boolean soft, List<Cell> cells) {}

  /** One word; a dash where the auditor has none. */
  record Cell(String word) {
    boolean failed() {
      return word.equals("fail");
    }
  }

  static Verdicts of(List<Audit> audits) {
    List<Head> heads =
        audits.stream()
            .map(a -> new Head(a.auditor(), a.outcome(), a.reason(), a.notes()))
            .toList();
    List<Row> rows = new ArrayList<>();
    names(audits.stream().map(Audit::gateCriteria).toList())
        .forEach(name -> rows.add(row(name, false, audits)));
    names(audits.stream().map(Audit::softCriteria).toList())
        .forEach(name -> rows.add(row(name, true, audits)));
    return new Verdicts(heads, rows);
  }

  boolean any() {
    return !heads.isEmpty();
  }

  private static Set<String> names(List<Map<String, Boolean>> verdicts) {
    Set<String> names = new LinkedHashSet<>();
    verdicts.forEach(map -> map.keySet().stream().sorted().forEach(names::add));
    return names;
  }

  private static Row row(String name, boolean soft, List<Audit> audits) {
    List<Cell> cells =
        audits.stream()
            .map(a -> soft ? a.softCriteria() : a.gateCriteria())
            .map(map -> map.get(name))
            .map(passed -> new Cell(passed == null ? "–" : passed ? "pass" : "fail"))
            .toList();
    return new Row(name.replace('_', ' '), soft, cells);
  }
}
