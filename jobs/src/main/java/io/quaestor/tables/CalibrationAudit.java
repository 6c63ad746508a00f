package io.quaestor.tables;

import java.time.Instant;
import java.util.Map;

/**
 * One auditor's verdict on one item of a calibration (table {@code calibration_audits}). Never one
 * of {@code audits}: what was planted says nothing of the questions.
 *
 * @param auditId derived from the item, auditor, prompt version, ask and outcome
 * @param model the exact id the provider answered with, null when unscored without a reply
 * @param outcome {@code pass | fail | unscored} over the gate criteria
 * @param reason null when scored; else as in {@code audits}
 * @param gateCriteria criterion to verdict; empty when unscored without a usable reply
 * @param softCriteria soft criterion to verdict; those the reply lacks are absent
 */
public record CalibrationAudit(
    String auditId,
    String calibrationId,
    String itemId,
    String auditor,
    String model,
    String promptVersion,
    String runId,
    String askId,
    String outcome,
    String reason,
    Map<String, Boolean> gateCriteria,
    Map<String, Boolean> softCriteria,
    String severity,
    String notes,
    Instant auditedAt) {}
