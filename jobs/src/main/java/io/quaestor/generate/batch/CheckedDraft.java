package io.quaestor.generate.batch;

import io.quaestor.tables.Evidence;
import java.util.List;

/**
 * A draft after the checks that need no further call.
 *
 * @param slot 0-based place in its batch
 * @param draft null when the model sent none for this slot
 * @param chunkIndex which of the batch's chunks it cites, -1 when none
 * @param evidence what of its citations was found in that chunk, null when none was
 * @param grounding verified citations / citations, 0 to 1
 * @param stage where it fell, null when it did not
 * @param reasons why it fell; empty when it did not
 */
public record CheckedDraft(
    int slot,
    DraftQuestion draft,
    int chunkIndex,
    Evidence evidence,
    double grounding,
    String stage,
    List<String> reasons) {

  public boolean sound() {
    return reasons.isEmpty();
  }

  /** The same draft, turned down. */
  public CheckedDraft fallen(String where, List<String> why) {
    return new CheckedDraft(slot, draft, chunkIndex, evidence, grounding, where, why);
  }

  /** The same slot with the chunk of the batch that it is about. */
  public CheckedDraft citing(int chunk) {
    return new CheckedDraft(slot, draft, chunk, evidence, grounding, stage, reasons);
  }

  /** The same draft, made from these facts; it must have evidence. */
  public CheckedDraft from(List<String> factIds) {
    Evidence known =
        new Evidence(evidence.evidenceSpanIds(), factIds, evidence.pageRefs(), evidence.quotes());
    return new CheckedDraft(slot, draft, chunkIndex, known, grounding, stage, reasons);
  }
}
