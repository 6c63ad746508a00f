package io.quaestor.udfs.rubric;

import java.util.Locale;

/** What a judge scores; {@link #wire} is the name in prompts, replies and tables. */
public enum Dimension {
  GROUNDED(Scale.BINARY),
  ANSWERABLE_FROM_CONTEXT(Scale.BINARY),
  HAS_SINGLE_CLEAR_CORRECT(Scale.BINARY),
  FORMAT_JUSTIFIED(Scale.BINARY),
  NON_TRIVIAL(Scale.LIKERT),
  DISTRACTORS_PLAUSIBLE(Scale.LIKERT),
  CLARITY(Scale.LIKERT),
  DIFFICULTY_APPROPRIATE(Scale.LIKERT),
  CONTEXT_AUTHENTIC(Scale.LIKERT);

  private final Scale scale;

  Dimension(Scale scale) {
    this.scale = scale;
  }

  /** {@code answerable_from_context} and so on. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Scale scale() {
    return scale;
  }
}
