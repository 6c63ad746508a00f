package io.quaestor.generate.batch;

import io.quaestor.tables.Question;
import io.quaestor.tables.Rejection;

/**
 * What became of one question that was asked for: one of the two is null.
 *
 * @param order place in the run, for who came first
 * @param likeness the same for questions that ask the same thing with the same key
 */
public record Slot(
    String batchId, long order, String likeness, Question question, Rejection rejection) {}
