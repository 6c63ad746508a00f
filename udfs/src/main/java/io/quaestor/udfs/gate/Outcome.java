package io.quaestor.udfs.gate;

import java.util.Locale;

/** What an audit came to. Unscored is neither a pass nor a fail: the question stays pending. */
public enum Outcome {
  PASS,
  FAIL,
  UNSCORED;

  /** {@code pass | fail | unscored}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
