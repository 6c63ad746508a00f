package io.quaestor.tables;

import java.math.BigDecimal;
import java.util.List;

/**
 * One batch a run intends to ask for: a cell unit x topic x type x difficulty (table {@code
 * plans}).
 *
 * @param runId the generation run
 * @param round 0 for the first plan, then one per top-up
 * @param ordinal 0-based position in the run
 * @param count questions asked for
 * @param chunkIds chunks to be sent, in document order
 * @param estimatedCalls expected calls of all steps, rounded up; null in rows of layout version 1
 * @param estimatedCostUsd all steps of this batch at list prices
 */
public record PlannedBatch(
    String batchId,
    String runId,
    int round,
    int ordinal,
    String unitId,
    String topic,
    String type,
    String difficulty,
    int count,
    List<String> chunkIds,
    String model,
    long seed,
    Integer estimatedCalls,
    long estimatedInputTokens,
    long estimatedOutputTokens,
    BigDecimal estimatedCostUsd) {

  /** The same batch where its questions are of another type than the plan's. */
  public PlannedBatch withType(String other) {
    return new PlannedBatch(
        batchId,
        runId,
        round,
        ordinal,
        unitId,
        topic,
        other,
        difficulty,
        count,
        chunkIds,
        model,
        seed,
        estimatedCalls,
        estimatedInputTokens,
        estimatedOutputTokens,
        estimatedCostUsd);
  }
}
