package io.quaestor.audit;

/**
 * Which questions an auditor judges, and whether that changes them.
 *
 * @param all judge every question, not only the pending ones
 * @param batchId null for all
 * @param unit null for all
 * @param recordOnly keep the verdicts and leave the questions alone
 */
public record AuditOptions(
    String auditor, boolean all, String batchId, String unit, boolean recordOnly) {}
