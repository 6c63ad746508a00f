package io.quaestor.udfs.flaws;

import java.util.Locale;

/**
 * Flaws in how a question is written, after the guidelines of Haladyna, Downing and Rodriguez
 * (2002, Applied Measurement in Education 15:309), whose numbers are given; {@link #code} is stable
 * and lands in {@code quality_flags.flaws}.
 */
public enum Flaw {
  /** A specific determiner gives an option, or a true-false statement, away (28a). */
  ABSOLUTE_TERM,
  /** An option speaks of all or none of the others (25, 26). */
  ALL_OR_NONE_OF_ABOVE,
  /** An article or the number in the stem fits one option only (28c). */
  GRAMMATICAL_CUE,
  /** The key is conspicuously the longest option (24, 28d). */
  KEY_LONGEST,
  /** Two options say nearly the same, unlike the others (28e). */
  NEAR_EQUAL_OPTIONS,
  /** The stem asks for what is not so (17). */
  NEGATIVE_STEM,
  /** One option includes another, or ranges overlap (22). */
  OVERLAPPING_OPTIONS,
  /** A distractor is far too short to be taken for the answer (24, 29). */
  SHORT_DISTRACTOR,
  /** Words of the stem come back in the key and in no distractor (28b). */
  STEM_WORD_IN_KEY;

  /** {@code absolute_term} and so on. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
