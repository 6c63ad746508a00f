package io.quaestor.tables;

import java.time.Instant;
import java.util.Map;

/**
 * The verdict that set a question's status.
 *
 * @param model the exact id the provider answered with
 */
public record AuditMetadata(
    String auditor,
    String model,
    Instant auditedAt,
    Map<String, Boolean> gateCriteria,
    SoftSignals softSignals,
    String severity,
    String notes) {}
