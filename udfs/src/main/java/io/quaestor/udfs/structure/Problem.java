package io.quaestor.udfs.structure;

import java.util.Locale;

/** What can be wrong with a draft's structure; {@link #code} is stable and lands in rejections. */
public enum Problem {
  /** An option is missing or blank. */
  EMPTY_OPTION,
  /** A typed answer is missing, or one of its entries is blank. */
  EMPTY_ANSWER,
  EMPTY_STEM,
  /** Fewer than three characters, white space aside, stand around the blank. */
  BLANK_CONTEXT,
  /** Not exactly one blank. */
  BLANK_COUNT,
  /** Two options are the same after normalisation. */
  DUPLICATE_OPTION,
  /** Not exactly one key; for {@code mcq_multi}, none, or the same one twice. */
  KEY_COUNT,
  /** A key is none of the options after normalisation. */
  KEY_NOT_IN_OPTIONS,
  /** Not three to five options. */
  OPTION_COUNT,
  /** Not exactly two options. */
  TRUE_FALSE_OPTIONS,
  UNKNOWN_TYPE;

  /** {@code duplicate_option} and so on. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
