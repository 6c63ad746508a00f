package io.quaestor.tables;

import java.time.Instant;
import java.util.Map;

/**
 * One auditor's verdict on a question of an experiment (table {@code experiment_audits}). Never one
 * of {@code audits}: such questions are not to be served.
 *
 * @param auditId derived from the question, auditor, prompt version, ask and outcome
 * @param chunkId the chunk that the question was asked of
 * @param model the exact id the provider answered with, null when unscored without a reply
 * @param outcome {@code pass | fail | unscored} over the gate criteria
 * @param reason null when scored; else as in {@code audits}
 * @param gateCriteria criterion to verdict; empty when unscored without a usable reply
 * @param softCriteria soft criterion to verdict; those the reply lacks are absent
 */
public record ExperimentAudit(
    String auditId,
    String experimentId,
    String cohort,
    String questionId,
    String chunkId,
    String auditor,
    String model,
    String promptVersion,
    String askId,
    String outcome,
    String reason,
    Map<String, Boolean> gateCriteria,
    Map<String, Boolean> softCriteria,
    String severity,
    String notes,
    Instant auditedAt) {}
