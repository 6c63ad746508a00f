package io.quaestor.udfs.grounding;

/**
 * A place in the source that a question rests on, as a model gave it.
 *
 * @param spanId null or blank when only words are quoted
 * @param quote null or blank when only a span is cited
 */
public record Citation(String spanId, String quote) {}
