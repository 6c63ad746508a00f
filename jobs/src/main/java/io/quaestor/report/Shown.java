package io.quaestor.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is shown of a question; lists are never null. */
public record Shown(
    String questionId,
    String unitId,
    String type,
    String difficulty,
    String language,
    String stem,
    List<String> options,
    List<String> answer,
    List<String> quotes) {

  private static final String BY_ID =
      """
      SELECT question_id AS questionId, unit_id AS unitId, type, difficulty, language, stem,
             coalesce(options, array()) AS options, coalesce(answer, array()) AS answer,
             coalesce(slice(source_evidence.quotes, 1, 3), array()) AS quotes
      FROM questions WHERE question_id IN (%s)""";

  /** Questions by id; those that no longer exist are absent. */
  static Map<String, Shown> byId(Queries queries, Set<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String listed = ids.stream().map(Queries::literal).collect(Collectors.joining(", "));
    return queries.list(Shown.class, BY_ID.formatted(listed)).stream()
        .collect(Collectors.toMap(Shown::questionId, Function.identity()));
  }
}
