package io.quaestor.sim;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What rubrics score, with the defects that cost points. */
enum Dimension {
  GROUNDED(
      true,
      "what it states does not stand in the passage",
      Defect.HALLUCINATION,
      Defect.FAKE_QUOTE),
  ANSWERABLE_FROM_CONTEXT(
      true,
      "the passage alone does not answer it",
      Defect.HALLUCINATION,
      Defect.FAKE_QUOTE,
      Defect.INCOHERENT),
  HAS_SINGLE_CLEAR_CORRECT(
      true,
      "the key is not the one right answer",
      Defect.WRONG_KEY,
      Defect.KEY_MISSING,
      Defect.DUPLICATE_OPTION,
      Defect.INVALID_VARIATION,
      Defect.INCOHERENT),
  FORMAT_JUSTIFIED(
      true, "the form does not carry the question", Defect.TWO_BLANKS, Defect.INCOHERENT),
  NON_TRIVIAL(false, "too little thought for its difficulty", Defect.DIFFICULTY),
  DIFFICULTY_APPROPRIATE(false, "the difficulty is another one", Defect.DIFFICULTY),
  DISTRACTORS_PLAUSIBLE(
      false,
      "the wrong options do not do their work",
      Defect.WRONG_KEY,
      Defect.KEY_MISSING,
      Defect.DUPLICATE_OPTION),
  CLARITY(
      false,
      "the wording is at fault",
      Defect.GRAMMAR,
      Defect.UNNATURAL,
      Defect.INCOHERENT,
      Defect.TWO_BLANKS),
  CONTEXT_AUTHENTIC(
      false,
      "the setting is not the course's",
      Defect.HALLUCINATION,
      Defect.REGISTER,
      Defect.UNNATURAL);

  private static final int HIGHEST = 5;
  private static final double MIDDLING = 0.15;

  private final boolean binary;
  private final String complaint;
  private final Set<Defect> breaking;

  Dimension(boolean binary, String complaint, Defect... breaking) {
    this.binary = binary;
    this.complaint = complaint;
    EnumSet<Defect> all = EnumSet.noneOf(Defect.class);
    Collections.addAll(all, breaking);
    this.breaking = all;
  }

  /** Null for a name that is none of them. */
  static Dimension named(String name) {
    for (Dimension dimension : values()) {
      if (dimension.key().equals(name)) {
        return dimension;
      }
    }
    return null;
  }

  /** Only what is too easy is trivial. */
  boolean holds(Truth truth) {
    boolean foreign = this == GROUNDED || this == ANSWERABLE_FROM_CONTEXT;
    if (foreign && !truth.holds("no_hallucination")) {
      return false;
    }
    boolean demanding = this == NON_TRIVIAL && !truth.tooEasy();
    return demanding || Collections.disjoint(breaking, truth.defects());
  }

  /** 0 or 1, or 1 to 5: at least 3 for what is thought to hold, less for what is not. */
  int score(boolean holds, Dice dice) {
    if (binary) {
      return holds ? 1 : 0;
    }
    if (!holds) {
      return 1 + dice.next(2);
    }
    return dice.hits(MIDDLING) ? HIGHEST - 2 : HIGHEST - dice.next(2);
  }

  String complaint() {
    return key() + ": " + complaint;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
