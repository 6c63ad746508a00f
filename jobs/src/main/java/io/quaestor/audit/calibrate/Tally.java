package io.quaestor.audit.calibrate;

/**
 * Votes of one auditor by one criterion on items with one kind of defect. Public because the code
 * that Spark generates makes it.
 *
 * @param defect null for untouched items
 * @param failed of those scored
 */
public record Tally(
    String auditor, String criterion, String defect, long scored, long failed, long unscored) {}
