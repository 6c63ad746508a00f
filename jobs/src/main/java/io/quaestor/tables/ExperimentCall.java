package io.quaestor.tables;

/**
 * That a cohort needed an ask, whoever paid for it (table {@code experiment_calls}); what it cost
 * is in {@code llm_calls}.
 *
 * @param callId derived from cohort, ask and subject
 * @param purpose as in {@code llm_calls}
 * @param subjectId the batch, part of a batch or question it was about
 * @param chunkId the chunk it was about
 */
public record ExperimentCall(
    String callId,
    String experimentId,
    String cohort,
    String askId,
    String purpose,
    String subjectId,
    String chunkId) {}
