package io.quaestor.sim;

/**
 * A reply before it is put into a protocol's words.
 *
 * @param inputTokens of the whole prompt
 */
record Said(String text, Stop stop, int inputTokens, int outputTokens) {
  /** Why it ends. */
  enum Stop {
    END,
    LENGTH,
    REFUSAL
  }
}
