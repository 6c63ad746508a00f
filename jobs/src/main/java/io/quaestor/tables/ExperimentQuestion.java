package io.quaestor.tables;

/**
 * What became of one question that a cohort asked for (table {@code experiment_questions}). Never
 * one of {@code questions}, save through {@code experiment promote}.
 *
 * @param slotId id of the question or of the rejection
 * @param chunkId the chunk it was asked of
 * @param outcome {@code accepted | rejected | failed}
 * @param question pending; null unless accepted
 * @param rejection null when accepted
 */
public record ExperimentQuestion(
    String slotId,
    String experimentId,
    String cohort,
    String runId,
    String batchId,
    String chunkId,
    String outcome,
    Question question,
    Rejection rejection) {}
