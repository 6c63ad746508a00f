package io.quaestor.export;

import java.io.IOException;
import java.util.Set;

/** Writes questions in one format, one after the other; what it has written it forgets. */
interface QuestionWriter {
  /** Code: why the options that are wrong are there. */
  String RATIONALES = "rationales";

  /** Code: some of the answers that are right beside the key. */
  String VARIATIONS = "variations";

  /** Why the format has no place for a question, as a stable code; null when it has. */
  default String problem(Item item) {
    return null;
  }

  /** Before the first question. */
  default void begin() throws IOException {}

  /**
   * Writes a question that a learner can answer and the format has a place for.
   *
   * @return codes of what is not in the file though it is in the question
   */
  Set<String> write(Item item) throws IOException;

  /** After the last question; does not close what is written to. */
  default void end() throws IOException {}
}
