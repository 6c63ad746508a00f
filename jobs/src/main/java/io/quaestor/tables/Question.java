package io.quaestor.tables;

import java.time.Instant;
import java.util.List;

/**
 * A question that passed its pipeline (table {@code questions}).
 *
 * @param questionId derived from run, batch and slot
 * @param slot 0-based place in its batch
 * @param sourceVersion content hash of the document it was made from
 * @param type {@code mcq_single | mcq_multi | true_false | fill_in_blank | short_answer | writing}
 * @param writingSubtype null unless {@code writing}
 * @param options empty for typed answers
 * @param answer the key: one entry, more only for {@code mcq_multi}
 * @param groundingScore verified citations / citations, 0 to 1
 * @param qualityScore 0 to 10 where the pipeline scores, else null
 * @param qualityStatus {@code pending | active | flagged}: what the auditors found
 * @param reviewStatus {@code draft | approved | rejected | archived | stale}: what a person decided
 * @param auditMetadata null until audited
 * @param contentSha256 hash of what a student sees plus the key; audits refer to it
 */
public record Question(
    String questionId,
    String batchId,
    String runId,
    String unitId,
    String topic,
    String documentId,
    String chunkId,
    String parentQuestionId,
    String sourceVersion,
    String pipeline,
    String pipelineVersion,
    String model,
    String askId,
    int slot,
    String type,
    String writingSubtype,
    String difficulty,
    String language,
    String stem,
    List<String> options,
    List<String> answer,
    List<String> acceptableVariations,
    String explanation,
    List<DistractorRationale> distractorRationales,
    Evidence sourceEvidence,
    Double groundingScore,
    Double qualityScore,
    QualityFlags qualityFlags,
    String qualityStatus,
    String reviewStatus,
    AuditMetadata auditMetadata,
    String contentSha256,
    Instant createdAt,
    Instant updatedAt) {

  /** The same made from another version of its source, with the quotes that stand there. */
  public Question from(String document, String version, String chunk, List<String> quotes) {
    Evidence evidence =
        new Evidence(List.of(), sourceEvidence.factIds(), List.of(), List.copyOf(quotes));
    return new Question(
        questionId,
        batchId,
        runId,
        unitId,
        topic,
        document,
        chunk,
        parentQuestionId,
        version,
        pipeline,
        pipelineVersion,
        model,
        askId,
        slot,
        type,
        writingSubtype,
        difficulty,
        language,
        stem,
        options,
        answer,
        acceptableVariations,
        explanation,
        distractorRationales,
        evidence,
        groundingScore,
        qualityScore,
        qualityFlags,
        qualityStatus,
        reviewStatus,
        auditMetadata,
        contentSha256,
        createdAt,
        updatedAt);
  }
}
