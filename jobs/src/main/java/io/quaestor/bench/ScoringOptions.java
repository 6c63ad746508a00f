package io.quaestor.bench;

/**
 * What to measure.
 *
 * @param rows questions in the table, at least 10,000
 * @param repeats of every query, interleaved
 */
public record ScoringOptions(long rows, int repeats) {}
