package io.quaestor.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * A query that is measured.
 *
 * @param name as shown
 * @param columns what it selects
 * @param scan name of the query that reads as much and computes nothing; null for itself
 */
record ScoringQuery(String name, String columns, String scan) {
  static final String BUILT_IN = "built_in";

  private static final String SCORES =
      String.join(", ", JudgedQuestions.BINARIES)
          + ", "
          + String.join(", ", JudgedQuestions.LIKERTS);
  private static final String RUBRIC_CALL = "rubric_v4(" + SCORES + ")";
  private static final String STRUCTURE = "structure_problems(type, stem, options, answer)";
  private static final String FLAWS = "item_flaws(type, stem, options, answer, 'fr')";
  private static final String GROUNDING = "grounding_score(span_ids, passage, citations)";

  /** The rubric by hand over {@code yes}, the sum of the binaries, and {@code likert}. */
  private static final String VERDICT =
      "CASE WHEN yes = 4 AND non_trivial >= 3 AND likert >= 14 THEN 'keep'"
          + " WHEN yes >= 3 AND likert >= 8 THEN 'repair' ELSE 'reject' END";

  private static final List<String> FIGURES =
      List.of(
          "yes * 1.5D", "likert / 4D", "likert / 4D / 5 * 4", "yes * 1.5D + likert / 4D / 5 * 4");

  static final List<ScoringQuery> ALL =
      List.of(
          new ScoringQuery("scan_scores", SCORES, null),
          new ScoringQuery("built_in_unchecked", handWritten("%s"), "scan_scores"),
          new ScoringQuery(BUILT_IN, handWritten("IF(valid, %s, NULL)"), "scan_scores"),
          new ScoringQuery("rubric_v4", RUBRIC_CALL, "scan_scores"),
          new ScoringQuery(
              "scan_all",
              SCORES + ", type, stem, options, answer, span_ids, passage, citations",
              null),
          new ScoringQuery("structure_problems", STRUCTURE, "scan_all"),
          new ScoringQuery("item_flaws", FLAWS, "scan_all"),
          new ScoringQuery("grounding_score", GROUNDING, "scan_all"),
          new ScoringQuery(
              "all_four", String.join(", ", RUBRIC_CALL, STRUCTURE, FLAWS, GROUNDING), "scan_all"));

  /** One row: how many rows there are, and how many have two verdicts. */
  static final ScoringQuery DIFFERENCES =
      new ScoringQuery(
          "differences",
          "count(*), count_if(NOT (IF(valid, %s, NULL) <=> %s.verdict))"
              .formatted(VERDICT, RUBRIC_CALL),
          null);

  /** Whether it computes the rubric and nothing else. */
  boolean isRubric() {
    return "scan_scores".equals(scan);
  }

  String over(String view) {
    return "SELECT %s FROM (SELECT *, %s AS yes, %s AS likert, %s AS valid FROM %s)"
        .formatted(
            columns,
            String.join(" + ", JudgedQuestions.BINARIES),
            String.join(" + ", JudgedQuestions.LIKERTS),
            allWithin(),
            view);
  }

  private static String handWritten(String each) {
    return String.join(
        ", ", Stream.concat(FIGURES.stream(), Stream.of(VERDICT)).map(each::formatted).toList());
  }

  private static String allWithin() {
    return Stream.concat(
            JudgedQuestions.BINARIES.stream().map(name -> name + " BETWEEN 0 AND 1"),
            JudgedQuestions.LIKERTS.stream().map(name -> name + " BETWEEN 1 AND 5"))
        .reduce("true", (all, each) -> all + " AND " + each);
  }
}
