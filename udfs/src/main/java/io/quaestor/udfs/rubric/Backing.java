package io.quaestor.udfs.rubric;

import io.quaestor.udfs.structure.QuestionType;
import io.quaestor.udfs.text.Normalise;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a question brings with it besides its wording, as v4 asks for it.
 *
 * @param evidenceSpanIds spans cited; blank and null ones do not count
 * @param reasoningSteps steps to the answer; null is none
 * @param defineOrIdentify whether it asks to define or to identify something
 * @param usesMaterialContext null counts as false
 * @param type wire name of a {@link QuestionType}
 * @param distractorRationales one or more texts; blank and null ones do not count
 */
public record Backing(
    List<String> evidenceSpanIds,
    Integer reasoningSteps,
    boolean defineOrIdentify,
    Boolean usesMaterialContext,
    String type,
    List<String> distractorRationales) {

  /** Fewer make a question too shallow, unless it asks to define or to identify. */
  public static final int MIN_REASONING_STEPS = 2;

  /**
   * Codes of every {@link HardRejection} that applies, in the order they are declared; empty for
   * none. An unknown type needs no rationales: the structural checks turn it down.
   */
  public List<String> hardRejections() {
    Set<HardRejection> found = EnumSet.noneOf(HardRejection.class);
    if (isEmpty(evidenceSpanIds)) {
      found.add(HardRejection.NO_EVIDENCE_SPANS);
    }
    if (!defineOrIdentify && (reasoningSteps == null || reasoningSteps < MIN_REASONING_STEPS)) {
      found.add(HardRejection.REASONING_TOO_SHALLOW);
    }
    if (!Boolean.TRUE.equals(usesMaterialContext)) {
      found.add(HardRejection.NO_MATERIAL_CONTEXT);
    }
    if (isMultipleChoice() && isEmpty(distractorRationales)) {
      found.add(HardRejection.NO_DISTRACTOR_RATIONALES);
    }
    return found.stream().map(HardRejection::code).toList();
  }

  private boolean isMultipleChoice() {
    return QuestionType.parse(type).filter(QuestionType::isMultipleChoice).isPresent();
  }

  private static boolean isEmpty(List<String> texts) {
    return texts == null || texts.stream().allMatch(Normalise::isBlank);
  }
}
