package io.quaestor.tables;

/**
 * What became of one planned batch (table {@code batches}).
 *
 * <p>{@code asked = accepted + rejected + failed}.
 *
 * @param surplus questions the model sent beyond what was asked; they are not used
 * @param status {@code complete}, {@code failed} or {@code needs_attention}
 * @param reason null, or why the batch failed: the last reply's status and error code
 * @param attempts generation asks made for this batch
 * @param details null, or what the pipeline has to say of it as JSON, such as the scores of its
 *     candidates
 * @param askId the generation ask whose reply was used, or the last one tried
 */
public record Batch(
    String batchId,
    String runId,
    int round,
    int ordinal,
    String unitId,
    String topic,
    String type,
    String difficulty,
    String model,
    int asked,
    int accepted,
    int rejected,
    int failed,
    int surplus,
    String status,
    String reason,
    String details,
    int attempts,
    String askId,
    String validationAskId) {}
