package io.quaestor.review;

import io.quaestor.tables.AuditMetadata;
import io.quaestor.tables.QualityFlags;
import io.quaestor.tables.Question;
import io.quaestor.tables.QuestionContent;
import io.quaestor.tables.Review;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The columns of a question as an event wants them, with what the event found there.
 *
 * @param auditMetadata always null: verdicts on other content do not hold
 */
public record Change(
    String questionId,
    String fromStatus,
    String fromSha256,
    String reviewStatus,
    Instant updatedAt,
    String stem,
    List<String> options,
    List<String> answer,
    List<String> acceptableVariations,
    String explanation,
    String difficulty,
    QualityFlags qualityFlags,
    String contentSha256,
    String qualityStatus,
    AuditMetadata auditMetadata) {

  /** What every event sets. */
  static final List<String> STATUS = List.of("review_status", "updated_at");

  /** What an event sets that changed the content. */
  static final List<String> ALL =
      List.of(
          "review_status",
          "updated_at",
          "stem",
          "options",
          "answer",
          "acceptable_variations",
          "explanation",
          "difficulty",
          "quality_flags",
          "content_sha256",
          "quality_status",
          "audit_metadata");

  /** A question changes only while it is what the event found. */
  static final String GUARD =
      "old.review_status = new.from_status AND old.content_sha256 <=> new.from_sha256";

  static Change of(Question question, Review event) {
    QuestionContent content = event.after() == null ? QuestionContent.of(question) : event.after();
    return new Change(
        question.questionId(),
        event.fromStatus(),
        event.fromSha256(),
        event.toStatus(),
        event.at(),
        content.stem(),
        content.options(),
        content.answer(),
        content.acceptableVariations(),
        content.explanation(),
        content.difficulty(),
        flags(question.qualityFlags(), content.flaws()),
        event.toSha256(),
        "pending",
        null);
  }

  /** Whether the question is still what the event found, and not what it makes of it. */
  static boolean isUnapplied(Question question, Review event) {
    boolean found =
        question.reviewStatus().equals(event.fromStatus())
            && Objects.equals(question.contentSha256(), event.fromSha256());
    if (event.after() == null) {
      return found && !event.fromStatus().equals(event.toStatus());
    }
    QuestionContent now = QuestionContent.of(question);
    return found && now.equals(event.before()) && !event.before().equals(event.after());
  }

  private static QualityFlags flags(QualityFlags old, List<String> flaws) {
    return old == null
        ? new QualityFlags(List.of(), null, false, Map.of(), flaws, null)
        : new QualityFlags(
            old.issues(),
            old.originalDifficulty(),
            old.wasRepaired(),
            old.scores(),
            flaws,
            old.pipelineVersion());
  }
}
