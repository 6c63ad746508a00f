package io.quaestor.generate.grounded;

import io.quaestor.generate.batch.Slot;

/**
 * What became of a claim that a question was asked for.
 *
 * @param gap whether the ask had no answer
 */
public record ClaimOutcome(String batchId, boolean gap, Slot slot) {}
