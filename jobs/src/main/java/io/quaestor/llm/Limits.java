package io.quaestor.llm;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/** Who may send, and when. Never blocks a thread. Thread-safe. */
interface Limits {

  /**
   * A place in the budget of a class of models.
   *
   * @param limitClass name of the class, see {@link Model#limitClass}
   * @return completes when the call may be sent; exceptionally with {@link Stopped} when it never
   *     may be
   */
  CompletionStage<Permit> acquire(String limitClass, Size size);

  /** The call has ended. Once per permit. */
  void settle(Permit permit, Ending ending);

  /** Nobody may send to this class for so long, on no executor. */
  void close(String limitClass, Duration time);

  /** What waits is turned away, and so is all that comes. */
  void stop();

  /**
   * How large a call is. What is reserved is what calls of such a size have used.
   *
   * @param chars of the whole input, positive
   * @param inputTokens estimate, asked for only where input is limited and nothing is known yet
   * @param maxTokens most output
   */
  record Size(int chars, LongSupplier inputTokens, int maxTokens) {}

  /**
   * @param chars of the whole input
   * @param inputTokens reserved, 0 when not limited
   * @param outputTokens reserved, 0 when not limited
   * @param grantedAt nanoseconds
   */
  record Permit(String limitClass, int chars, long inputTokens, long outputTokens, long grantedAt) {
    Permit at(long now) {
      return new Permit(limitClass, chars, inputTokens, outputTokens, now);
    }
  }

  /**
   * How a call ended.
   *
   * @param usage null when the answer was lost: it may have been given, so what was reserved counts
   */
  record Ending(Usage usage, boolean overloaded) {
    static final Ending NOT_SENT = new Ending(Usage.NONE, false);
  }

  /** There will be no more calls. */
  final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("There will be no more calls", null, false, false);
    }
  }
}
