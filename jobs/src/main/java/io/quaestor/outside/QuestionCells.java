package io.quaestor.outside;

import io.quaestor.tables.Evidence;
import io.quaestor.tables.QualityFlags;
import io.quaestor.tables.Question;
import io.quaestor.udfs.flaws.Flaws;
import io.quaestor.udfs.structure.Difficulty;
import io.quaestor.udfs.structure.Draft;
import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.structure.StructureCheck;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From the cells of a row to the values of a question, and what is wrong with them. */
final class QuestionCells {
  private static final Map<String, RecordComponent> KNOWN = QuestionColumns.known();
  private static final Evidence NO_EVIDENCE =
      new Evidence(List.of(), List.of(), List.of(), List.of());

  private final Map<String, String> cells;
  private final Map<String, Object> values = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private QuestionCells(Map<String, String> cells) {
    this.cells = cells;
  }

  static QuestionCells of(Map<String, String> cells) {
    QuestionCells read = new QuestionCells(cells);
    read.convert();
    read.names();
    if (read.problems.isEmpty()) {
      read.structure();
    }
    return read;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Component to value, of the columns that the row fills; sound only without problems. */
  Map<String, Object> given() {
    return values;
  }

  /** What is wrong within a row is said of every column, not of the first only. */
  private void convert() {
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      RecordComponent component = KNOWN.get(cell.getKey());
      if (cell.getValue().indexOf('\uFFFD') >= 0) {
        problem(cell.getKey(), "not_utf8");
        continue;
      }
      try {
        values.put(component.getName(), Cells.value(component, cell.getValue()));
      } catch (BadCell e) {
        problem(cell.getKey(), e.getMessage());
      }
    }
  }

  private void names() {
    for (String column : List.of("question_id", "type", "difficulty", "stem", "answer")) {
      if (!cells.containsKey(column)) {
        problem(column, "missing");
      }
    }
    named("type", QuestionType.parse(cells.get("type")).map(QuestionType::wire));
    named("difficulty", Difficulty.parse(cells.get("difficulty")).map(Difficulty::wire));
    oneOf("quality_status", Set.of("pending", "active", "flagged"));
    oneOf("review_status", Set.of("draft", "approved", "rejected", "archived", "stale"));
    within("grounding_score", (Double) values.get("groundingScore"), 1);
    within("quality_score", (Double) values.get("qualityScore"), 10);
  }

  private void named(String column, Optional<String> wire) {
    if (wire.isPresent()) {
      values.put(column, wire.get());
    } else if (cells.containsKey(column)) {
      problem(column, "unknown_" + column);
    }
  }

  private void oneOf(String column, Set<String> known) {
    if (cells.containsKey(column) && !known.contains(cells.get(column).strip())) {
      problem(column, "unknown_" + column);
    }
  }

  private void within(String column, Double value, double most) {
    if (value != null && (value < 0 || value > most)) {
      problem(column, "out_of_range");
    }
  }

  private void structure() {
    for (String code : StructureCheck.problems(draft(question()))) {
      String column =
          code.contains("option") && !code.startsWith("key")
              ? "options"
              : code.contains("answer") || code.startsWith("key") ? "answer" : "stem";
      problem(column, code);
    }
  }

  private void problem(String column, String reason) {
    problems.add(Problem.of(column, reason, cells.get(column)));
  }

  /** The question that the row alone makes; null when it has problems. */
  Question question() {
    if (!problems.isEmpty()) {
      return null;
    }
    Map<String, Object> all = new HashMap<>(values);
    all.putIfAbsent("sourceEvidence", NO_EVIDENCE);
    all.putIfAbsent("qualityStatus", "pending");
    all.putIfAbsent("reviewStatus", "draft");
    return hashed(QuestionColumns.with(null, all), all);
  }

  /** Another question with what the row says. */
  Question over(Question base) {
    Map<String, Object> all = new HashMap<>(values);
    all.remove("qualityStatus");
    Question changed = QuestionColumns.with(base, all);
    if (draft(changed).contentSha256().equals(base.contentSha256())) {
      return changed;
    }
    all.put("qualityStatus", values.getOrDefault("qualityStatus", "pending"));
    all.put("auditMetadata", null);
    return hashed(QuestionColumns.with(base, all), all);
  }

  private Question hashed(Question question, Map<String, Object> all) {
    Draft draft = draft(question);
    all.put("contentSha256", draft.contentSha256());
    if (!values.containsKey("qualityFlags")) {
      List<String> flaws = Flaws.of(draft, question.language());
      all.put("qualityFlags", new QualityFlags(List.of(), null, false, Map.of(), flaws, null));
    }
    return QuestionColumns.with(question, all);
  }

  private static Draft draft(Question question) {
    return new Draft(question.type(), question.stem(), question.options(), question.answer());
  }
}
