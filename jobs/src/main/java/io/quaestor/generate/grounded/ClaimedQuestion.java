package io.quaestor.generate.grounded;

import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.generate.batch.Merit;
import io.quaestor.prompt.Fence;
import io.quaestor.tables.Chunk;
import io.quaestor.tables.Fact;
import io.quaestor.udfs.text.Found;
import io.quaestor.udfs.text.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question and the claim it was asked for; pure. */
record ClaimedQuestion(AskedClaim claim, AuditedQuestion question) {

  /**
   * The question after every check, in the slot of its claim.
   *
   * @param minConfidence below it the question falls, 0 to 1
   */
  CheckedDraft checked(double minConfidence) {
    Fact fact = claim.fact();
    AuditCheck check = new AuditCheck(question, minConfidence);
    return Checks.draft(claim.work(), fact.ordinal(), draft(), check).from(List.of(fact.factId()));
  }

  /** What stands in the tables of a question that did not fall. */
  Merit merit() {
    List<String> issues = new ArrayList<>();
    if (question.rewritten()) {
      issues.add("rewritten");
    }
    if (!keyEvidenceFound()) {
      issues.add("audit_evidence_not_found");
    }
    Map<String, Double> scores = Map.of("confidence", question.confidence());
    return new Merit(null, List.of(), null, issues, scores, false);
  }

  private DraftQuestion draft() {
    return new DraftQuestion(
        Fence.passageName(0),
        question.stem(),
        question.options(),
        List.of(question.answer()),
        List.of(),
        question.explanation(),
        question.distractorRationales(),
        spans(),
        question.quotes(),
        null,
        null,
        null);
  }

  private List<String> spans() {
    Quotes quotes = Quotes.in(chunk().text());
    List<Found> found =
        question.quotes().stream().map(quotes::find).flatMap(Optional::stream).toList();
    return QuotedSpans.ids(chunk(), claim.fact().evidenceSpanIds(), found);
  }

  private boolean keyEvidenceFound() {
    Quotes quotes = Quotes.in(chunk().text());
    return question.optionAudit().stream()
        .filter(AuditedQuestion.AuditedOption::supported)
        .allMatch(audited -> quotes.find(audited.evidence()).isPresent());
  }

  private Chunk chunk() {
    return claim.work().chunks().get(0);
  }
}
