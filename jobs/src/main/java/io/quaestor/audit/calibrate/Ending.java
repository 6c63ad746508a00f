package io.quaestor.audit.calibrate;

/**
 * What an auditor's verdicts came to. Public because the code that Spark generates makes it.
 *
 * @param model the exact ids the provider answered with, with commas; null for none
 */
public record Ending(String auditor, String model, long scored, long unscored) {}
