package io.quaestor.tables;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One verdict of one auditor on one version of one question (table {@code audits}, append-only).
 *
 * @param auditId derived from question content, auditor, prompt version, ask and outcome: an ask
 *     that failed and was answered in a later run gives two audits
 * @param contentSha256 the version of the question that was judged
 * @param model the exact id the provider answered with, null when unscored without a reply
 * @param outcome {@code pass | fail | unscored} over the gate criteria
 * @param reason null when scored; else {@code refused | truncated | invalid | failed |
 *     missing_criterion}
 * @param gateCriteria criterion to verdict; empty when unscored without a usable reply
 * @param softCriteria soft criterion to verdict; those the reply lacks are absent
 * @param recordOnly whether the question was left untouched
 */
public record Audit(
    String auditId,
    String questionId,
    String contentSha256,
    String auditor,
    String model,
    String promptVersion,
    String runId,
    String askId,
    String outcome,
    String reason,
    Map<String, Boolean> gateCriteria,
    Map<String, Boolean> softCriteria,
    String suggestedDifficulty,
    List<String> missingVariations,
    List<String> invalidVariations,
    String severity,
    String notes,
    boolean recordOnly,
    Instant auditedAt) {}
