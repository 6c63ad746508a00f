package io.quaestor.tables;

import java.time.Instant;
import java.util.List;

/**
 * A testable claim of a chunk's fact bank (table {@code facts}).
 *
 * @param factId derived from run, batch and the claim's place
 * @param ordinal 0-based place in the bank
 * @param claimId the model's own name for it
 * @param claimType {@code definition | fact | cause | rule | example | quantity | comparison}
 * @param quotes those that stand in the chunk, as it has them
 * @param unverified quotes the model gave that do not
 * @param confusions what learners take for it
 * @param status {@code asked} (a question was asked for), {@code dropped} (no quote was found),
 *     {@code spare} (more than were needed)
 */
public record Fact(
    String factId,
    String runId,
    String batchId,
    String unitId,
    String topic,
    String chunkId,
    int ordinal,
    String claimId,
    String claimType,
    String claim,
    List<String> evidenceSpanIds,
    List<String> quotes,
    List<String> unverified,
    List<String> confusions,
    String status,
    String askId,
    Instant createdAt) {}
