package io.quaestor.udfs.rubric;

import java.util.Locale;

/** What becomes of a judged question. */
public enum Verdict {
  KEEP,
  REPAIR,
  REJECT;

  /** {@code keep | repair | reject}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
