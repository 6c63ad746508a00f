package io.quaestor.udfs.rubric;

import java.util.Locale;

/** Why a question is rejected under v4 whatever its scores. */
public enum HardRejection {
  /** It cites no evidence. */
  NO_EVIDENCE_SPANS,
  /**
   * It takes fewer than {@link Backing#MIN_REASONING_STEPS} and asks for more than a definition.
   */
  REASONING_TOO_SHALLOW,
  /** It does not use the material's own context. */
  NO_MATERIAL_CONTEXT,
  /** It is multiple-choice and no distractor is explained. */
  NO_DISTRACTOR_RATIONALES;

  /** {@code no_evidence_spans} and so on. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
