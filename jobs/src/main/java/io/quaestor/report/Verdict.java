package io.quaestor.report;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An auditor's latest verdict on a question's current text.
 *
 * @param reason why it is unscored, else null
 * @param failed criteria, gate and soft; passed likewise; both empty without a usable reply
 * @param notes null when it said nothing
 */
public record Verdict(
    String questionId,
    String auditor,
    String outcome,
    String reason,
    List<String> failed,
    List<String> passed,
    String notes) {
  private static final String BY_ID =
      """
      SELECT questionId, auditor, v.outcome, v.reason, v.notes,
             array_sort(transform(filter(v.entries, e -> NOT e.value), e -> e.key)) AS failed,
             array_sort(transform(filter(v.entries, e -> e.value), e -> e.key)) AS passed
      FROM (SELECT question_id AS questionId, auditor,
                   max_by(struct(outcome, reason, notes,
                       concat(map_entries(coalesce(gate_criteria, map())),
                              map_entries(coalesce(soft_criteria, map()))) AS entries),
                     struct(audited_at, audit_id)) AS v
            FROM audits WHERE question_id IN (%s) AND content_sha256 IN
              (SELECT content_sha256 FROM questions WHERE question_id IN (%1$s))
            GROUP BY question_id, auditor)
      ORDER BY auditor""";

  /** By question. */
  static Map<String, List<Verdict>> byId(Queries queries, Set<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String listed = ids.stream().map(Queries::literal).collect(Collectors.joining(", "));
    return queries.list(Verdict.class, BY_ID.formatted(listed)).stream()
        .collect(groupingBy(Verdict::questionId));
  }
}
