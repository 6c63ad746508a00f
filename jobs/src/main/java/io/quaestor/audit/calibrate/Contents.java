package io.quaestor.audit.calibrate;

import io.quaestor.tables.Evidence;
import io.quaestor.tables.Question;
import io.quaestor.udfs.planting.Content;
import io.quaestor.udfs.structure.Draft;
import io.quaestor.udfs.text.Hashes;

/** Between questions and what planters work on. */
final class Contents {
  private Contents() {}

  static Content of(Question question) {
    return new Content(
        question.type(),
        question.language(),
        question.stem(),
        question.options(),
        question.answer(),
        question.explanation(),
        question.sourceEvidence() == null ? null : question.sourceEvidence().quotes());
  }

  /** Tells apart any two questions, and any two contents of one. */
  static String key(Question question, Content content) {
    return Hashes.sha256(
        question.questionId(),
        content.stem(),
        content.options().toString(),
        content.answer().toString(),
        content.explanation(),
        content.quotes().toString());
  }

  /** The question under another id, with another content. */
  static Question question(Question of, String id, Content content) {
    return new Question(
        id,
        of.batchId(),
        of.runId(),
        of.unitId(),
        of.topic(),
        of.documentId(),
        of.chunkId(),
        of.parentQuestionId(),
        of.sourceVersion(),
        of.pipeline(),
        of.pipelineVersion(),
        of.model(),
        of.askId(),
        of.slot(),
        of.type(),
        of.writingSubtype(),
        of.difficulty(),
        of.language(),
        content.stem(),
        content.options(),
        content.answer(),
        of.acceptableVariations(),
        content.explanation(),
        of.distractorRationales(),
        evidence(of.sourceEvidence(), content),
        of.groundingScore(),
        of.qualityScore(),
        of.qualityFlags(),
        of.qualityStatus(),
        of.reviewStatus(),
        of.auditMetadata(),
        sha(content),
        of.createdAt(),
        of.updatedAt());
  }

  private static Evidence evidence(Evidence of, Content content) {
    return of == null
        ? null
        : new Evidence(of.evidenceSpanIds(), of.factIds(), of.pageRefs(), content.quotes());
  }

  private static String sha(Content content) {
    return new Draft(content.type(), content.stem(), content.options(), content.answer())
        .contentSha256();
  }
}
