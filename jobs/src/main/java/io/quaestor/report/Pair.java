package io.quaestor.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quaestor.tables.Agreement;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Two auditors and what their newest comparison says of them.
 *
 * @param rows over all questions first, criteria before the question level
 */
record Pair(String a, String b, List<Agreement> rows) {
  /** So many pairs are shown at most. */
  static final int SHOWN = 12;

  static final String FLAGGED_GATE = "flagged_gate";
  static final String FLAGGED_ANY = "flagged_any";

  /** In the rows' order. */
  static List<Pair> of(List<Agreement> rows) {
    return rows.stream()
        .collect(groupingBy(r -> List.of(r.auditorA(), r.auditorB()), LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(each -> new Pair(each.getKey().get(0), each.getKey().get(1), each.getValue()))
        .toList();
  }

  String name() {
    return a + " and " + b;
  }

  /** Criteria, then the question level, over all questions. */
  List<Agreement> overall() {
    return rows.stream().filter(row -> row.segment().equals("all")).toList();
  }

  List<Agreement> segments() {
    return rows.stream().filter(row -> !row.segment().equals("all")).toList();
  }

  /** Over all questions; {@code gate} before {@code any}. */
  List<Agreement> questionLevel() {
    return overall().stream()
        .filter(Pair::isQuestionLevel)
        .sorted((x, y) -> y.criterion().compareTo(x.criterion()))
        .toList();
  }

  static boolean isQuestionLevel(Agreement row) {
    return row.criterion().equals(FLAGGED_GATE) || row.criterion().equals(FLAGGED_ANY);
  }

  /** Sorts criteria by name, then flagged by gate criteria, then by any. */
  static String place(String criterion) {
    return switch (criterion) {
      case FLAGGED_GATE -> "\uffff";
      case FLAGGED_ANY -> "\uffff\uffff";
      default -> criterion;
    };
  }

  static String name(String criterion) {
    return switch (criterion) {
      case FLAGGED_GATE -> "question flagged (gate)";
      case FLAGGED_ANY -> "question flagged (any)";
      default -> Format.words(criterion);
    };
  }
}
