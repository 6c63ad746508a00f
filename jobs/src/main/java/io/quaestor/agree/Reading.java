package io.quaestor.agree;

import java.io.Serializable;

/**
 * How one auditor's codes are read for one criterion, or for the question level.
 *
 * @param decisive upper bits of the places where a fail decides
 * @param needed bits that a pass wants set
 * @param all whether it wants all of them, not just one
 */
record Reading(long decisive, long needed, boolean all) implements Serializable {
  static final int FAIL = 0;
  static final int PASS = 1;
  static final int UNSCORED = 2;

  /** {@link #FAIL}, {@link #PASS} or {@link #UNSCORED}. */
  int of(long code) {
    if ((code & ~Slots.passed(code) & decisive) != 0) {
      return FAIL;
    }
    long given = code & needed;
    return (all ? given == needed : given != 0) ? PASS : UNSCORED;
  }
}
