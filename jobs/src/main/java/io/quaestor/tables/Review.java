package io.quaestor.tables;

import java.time.Instant;

/**
 * One action on one question (table {@code reviews}, append-only). The events of a question are a
 * chain: each names the one before it, and two that follow the same one have the same id, of which
 * the table takes only the first.
 *
 * @param reviewId derived from the question and {@code previousId}
 * @param previousId the question's event before this one, null for the first
 * @param action {@code approve | reject | archive | edit | regenerate | stale | undo}
 * @param reviewer who did it; {@code quaestor} for {@code stale}
 * @param fromStatus {@code review_status} before
 * @param toStatus {@code review_status} after
 * @param fromSha256 {@code content_sha256} before
 * @param toSha256 {@code content_sha256} after; another one only where the content changed
 * @param notes null for none
 * @param cause of {@code stale}: {@code document ID} that a newer version took over from, or {@code
 *     parent SHA256} of the parent's content now; else null
 * @param before content before an edit or the undoing of one, else null
 * @param after content after it, else null
 * @param undoes the event that an {@code undo} takes back, else null
 * @param replacedBy the question that {@code regenerate} made instead, else null
 */
public record Review(
    String reviewId,
    String questionId,
    String batchId,
    String previousId,
    String action,
    String reviewer,
    Instant at,
    String fromStatus,
    String toStatus,
    String fromSha256,
    String toSha256,
    String notes,
    String cause,
    QuestionContent before,
    QuestionContent after,
    String undoes,
    String replacedBy) {}
