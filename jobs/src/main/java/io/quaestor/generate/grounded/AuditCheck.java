package io.quaestor.generate.grounded;

import io.quaestor.generate.batch.Check;
import io.quaestor.generate.batch.Checks;
import io.quaestor.generate.batch.DraftQuestion;
import io.quaestor.tables.Evidence;
import io.quaestor.udfs.audit.Confidence;
import io.quaestor.udfs.audit.OptionAudit;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold of a question and its writer's audit: there are quotes and all of them stand in
 * the chunk; then the confidence and the audit, all reasons at once.
 */
record AuditCheck(AuditedQuestion question, double minConfidence) implements Check {
  private static final String AUDIT = "audit";

  @Override
  public Finding of(About about, DraftQuestion draft, Evidence evidence, double grounding) {
    if (draft.quotes().isEmpty()) {
      return Finding.at(Checks.EVIDENCE, List.of("evidence_not_found"));
    }
    if (evidence.quotes().size() < draft.quotes().size()) {
      return Finding.at(Checks.EVIDENCE, List.of("quote_not_found"));
    }
    return Finding.at(AUDIT, audit());
  }

  private List<String> audit() {
    List<String> reasons = new ArrayList<>();
    String unsure = Confidence.problem(question.confidence(), minConfidence);
    if (unsure != null) {
      reasons.add(unsure);
    }
    reasons.addAll(
        OptionAudit.problems(question.options(), question.answer(), question.verdicts()));
    return reasons;
  }
}
