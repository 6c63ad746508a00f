package io.quaestor.outside;

import java.time.Instant;
import java.util.List;

/**
 * The verdicts of one auditor on one question at one time.
 *
 * @param auditedAt null when the rows do not say
 * @param verdicts of every row that names a criterion, in the order of the rows
 */
public record GroupedAudit(
    String questionId,
    String contentSha256,
    String auditor,
    Instant auditedAt,
    String model,
    List<Verdict> verdicts) {

  /**
   * What a row says.
   *
   * @param passed null for unscored and for rows that were kept out
   */
  public record Verdict(
      String file,
      long number,
      String criterion,
      Boolean passed,
      Boolean soft,
      String severity,
      String notes) {}
}
