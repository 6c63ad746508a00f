package io.quaestor.outside;

import java.time.Instant;
import java.util.List;

/**
 * A row of a file of audits: one verdict on one criterion.
 *
 * @param passed null for unscored, and when the cell could not be read
 * @param soft null when the row does not say
 * @param auditedAt null when the row does not say
 */
public record ParsedVerdict(
    String file,
    long number,
    String questionId,
    String auditor,
    String model,
    String criterion,
    Boolean passed,
    Boolean soft,
    Instant auditedAt,
    String severity,
    String notes,
    List<Problem> problems) {
  static final List<String> REQUIRED =
      List.of("question_id", "auditor", "model", "criterion", "passed");
  static final List<String> KNOWN =
      List.of(
          "question_id",
          "auditor",
          "model",
          "criterion",
          "passed",
          "kind",
          "audited_at",
          "severity",
          "notes");
}
