package io.quaestor.tables;

import java.util.List;

/**
 * What a cohort asked of one chunk, and what came of it (table {@code experiment_batches}). Never
 * one of {@code batches}, save through {@code experiment promote}.
 *
 * @param plan as it would stand in {@code plans}
 * @param batch as it would stand in {@code batches}; likewise the rows of other tables
 */
public record ExperimentBatch(
    String batchId,
    String experimentId,
    String cohort,
    String runId,
    String chunkId,
    PlannedBatch plan,
    Batch batch,
    List<Judgement> judgements,
    List<Fact> facts,
    List<Candidate> candidates) {}
