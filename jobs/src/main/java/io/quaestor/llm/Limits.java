package io.quaestor.llm;

import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/** Who may send, and when. Never blocks a thread. Thread-safe. */
interface Limits {

  /**
   * A place in the budget of a class of models.
   *
   * @param limitClass name of the class, see {@link Model#limitClass}
   * @param inputTokens estimate, computed only where input is limited
   * @param maxTokens most output; what is reserved is what answers have been like
   * @return completes when the call may be sent
   */
  CompletionStage<Permit> acquire(String limitClass, LongSupplier inputTokens, int maxTokens);

  /** Gives back what was reserved too much, or books what was too little. Once per permit. */
  void settle(Permit permit, Usage usage);

  /**
   * @param inputTokens reserved, 0 when not limited
   * @param outputTokens reserved, 0 when not limited
   */
  record Permit(String limitClass, long inputTokens, long outputTokens) {}
}
