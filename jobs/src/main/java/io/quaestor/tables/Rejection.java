package io.quaestor.tables;

import java.time.Instant;
import java.util.List;

/**
 * An asked question that did not become one, and why (table {@code rejections}).
 *
 * @param slot 0-based place in its batch
 * @param outcome {@code rejected} (there was a draft) or {@code failed} (there was none)
 * @param stage {@code generation | structure | evidence | validation | duplicate}, or a step of the
 *     pipeline such as {@code judge}, {@code repair}, {@code audit}, {@code selection}
 * @param reasons stable codes, never empty
 * @param draft the draft, or the claim it was to be made from, as JSON; null when there was none
 */
public record Rejection(
    String rejectionId,
    String runId,
    String batchId,
    int slot,
    String unitId,
    String topic,
    String chunkId,
    String type,
    String difficulty,
    String outcome,
    String stage,
    List<String> reasons,
    String draft,
    String askId,
    Instant createdAt) {}
