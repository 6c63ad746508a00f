package io.quaestor.audit;

import io.quaestor.tables.Audit;
import io.quaestor.tables.AuditMetadata;
import io.quaestor.tables.Question;
import io.quaestor.tables.SoftSignals;
import io.quaestor.udfs.gate.Labels;
import io.quaestor.udfs.gate.Outcome;
import io.quaestor.udfs.gate.Remediation;
import io.quaestor.udfs.gate.Suggestions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a scored audit changes in its question.
 *
 * @param contentSha256 the content that was judged; a question that has changed since stays
 */
public record Verdict(
    String questionId,
    String contentSha256,
    String qualityStatus,
    String difficulty,
    List<String> acceptableVariations,
    AuditMetadata auditMetadata,
    Instant updatedAt) {

  static Verdict of(Question question, Audit audit, Set<String> remediates) {
    Outcome outcome = Outcome.valueOf(audit.outcome().toUpperCase(Locale.ROOT));
    Labels labels =
        Remediation.apply(
            outcome,
            remediates,
            new Labels(question.difficulty(), question.acceptableVariations()),
            new Suggestions(audit.suggestedDifficulty(), audit.invalidVariations()));
    return new Verdict(
        question.questionId(),
        audit.contentSha256(),
        outcome == Outcome.PASS ? "active" : "flagged",
        labels.difficulty(),
        labels.acceptableVariations(),
        metadata(audit),
        audit.auditedAt());
  }

  private static AuditMetadata metadata(Audit audit) {
    return new AuditMetadata(
        audit.auditor(),
        audit.model(),
        audit.auditedAt(),
        audit.gateCriteria(),
        new SoftSignals(
            audit.softCriteria().get("difficulty_appropriate"),
            audit.suggestedDifficulty(),
            audit.softCriteria().get("variations_valid"),
            audit.missingVariations(),
            audit.invalidVariations()),
        audit.severity(),
        audit.notes());
  }
}
