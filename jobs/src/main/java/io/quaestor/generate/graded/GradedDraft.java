package io.quaestor.generate.graded;

import io.quaestor.generate.batch.CheckedDraft;
import io.quaestor.udfs.rubric.Verdict;

/**
 * A draft on its way through judge and repair.
 *
 * @param checked the draft as it stands: the repaired one once there is one
 * @param first its first grade, null when no judge was to see it
 * @param second the grade of the repaired draft, null without one
 * @param repaired whether {@code checked} is a repaired draft
 */
public record GradedDraft(CheckedDraft checked, Grade first, Grade second, boolean repaired) {

  static GradedDraft of(CheckedDraft checked) {
    return new GradedDraft(checked, null, null, false);
  }

  boolean wantsRepair() {
    return checked.sound() && !repaired && first != null && first.says(Verdict.REPAIR);
  }

  /** Whether a judge has to see it: a sound draft not judged yet, or a sound repair. */
  boolean wantsJudge() {
    return checked.sound() && (repaired ? second : first) == null;
  }

  /** With the grade of the draft as it stands. */
  GradedDraft graded(Grade grade) {
    return repaired
        ? new GradedDraft(checked, first, grade, true)
        : new GradedDraft(checked, grade, null, false);
  }

  GradedDraft fallen(String stage, java.util.List<String> reasons) {
    return new GradedDraft(checked.fallen(stage, reasons), first, second, repaired);
  }

  GradedDraft repairedTo(CheckedDraft draft) {
    return new GradedDraft(draft, first, null, true);
  }

  /** The grade that counts for the draft as it stands. */
  Grade grade() {
    return repaired ? second : first;
  }
}
