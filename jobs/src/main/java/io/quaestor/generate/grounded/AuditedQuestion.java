package io.quaestor.generate.grounded;

import io.quaestor.tables.DistractorRationale;
import io.quaestor.udfs.audit.OptionAudit;
import java.util.List;

/**
 * A question as a model wrote it from one claim, with its own audit of the options.
 *
 * @param rewritten whether the first version failed the audit and this is another
 * @param confidence 0 to 1 when it is as it should be
 */
record AuditedQuestion(
    String stem,
    List<String> options,
    String answer,
    String explanation,
    List<DistractorRationale> distractorRationales,
    List<String> quotes,
    List<AuditedOption> optionAudit,
    boolean rewritten,
    Double confidence) {

  /**
   * @param supported null when the audit does not say
   * @param evidence the piece of a quote that decides, empty when none speaks of it
   */
  record AuditedOption(String option, Boolean supported, String evidence) {}

  /** What the audit says of each option. */
  List<OptionAudit.Verdict> verdicts() {
    return optionAudit.stream()
        .map(audited -> new OptionAudit.Verdict(audited.option(), audited.supported()))
        .toList();
  }
}
