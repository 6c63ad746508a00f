package io.quaestor.generate.batch;

import io.quaestor.tables.Evidence;
import java.io.Serializable;
import java.util.List;

/** What a pipeline asks of a draft beyond its structure, before another call is spent on it. */
@FunctionalInterface
public interface Check extends Serializable {

  /**
   * @param evidence what of its citations was found, null when it cites no chunk of its batch
   * @param grounding verified citations / citations, 0 to 1
   */
  Finding of(About about, DraftQuestion draft, Evidence evidence, double grounding);

  /**
   * What is known of a draft beside its words.
   *
   * @param language of its source, null when undecided
   */
  record About(String type, String language) {}

  /**
   * Where a draft falls, and why.
   *
   * @param reasons empty when it does not
   */
  record Finding(String stage, List<String> reasons) {
    public static final Finding SOUND = new Finding(null, List.of());

    /** Sound when there are no reasons. */
    public static Finding at(String stage, List<String> reasons) {
      return reasons.isEmpty() ? SOUND : new Finding(stage, reasons);
    }
  }

  /** Every citation must be found, and there must be one. */
  static Finding wholly(About about, DraftQuestion draft, Evidence evidence, double grounding) {
    if (evidence == null) {
      return Finding.at(Checks.EVIDENCE, List.of("unknown_passage"));
    }
    if (evidence.quotes().size() < draft.quotes().size()) {
      return Finding.at(Checks.EVIDENCE, List.of("quote_not_found"));
    }
    boolean none = evidence.quotes().isEmpty() && evidence.evidenceSpanIds().isEmpty();
    return Finding.at(Checks.EVIDENCE, none ? List.of("evidence_not_found") : List.of());
  }
}
