package io.quaestor.llm;

import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Asks a partition's asks, many at a time, and gives a receipt for each in the order in which
 * answers come. Each ask must have been made by an {@link AskFactory} of the same configuration.
 *
 * <p>The input is read only as far as there is room in the window, so memory does not depend on the
 * number of rows. The reply to every ask is in the journal before its receipt comes out, and in a
 * closed segment of it before the last one is followed by the end. What goes wrong with an ask is
 * in its receipt; only a journal that cannot be written fails the task.
 */
public final class AskCalls implements MapPartitionsFunction<Ask, Receipt> {
  private static final long serialVersionUID = 1L;

  private final CallSetup setup;

  public AskCalls(CallSetup setup) {
    this.setup = setup;
  }

  @Override
  public Iterator<Receipt> call(Iterator<Ask> asks) {
    return call(asks, Outside.system());
  }

  /** The outside counts for the first partition of a run in this JVM. */
  Iterator<Receipt> call(Iterator<Ask> asks, Outside outside) {
    Caller caller = Callers.lease(setup, outside);
    Overlap overlap = new Overlap(asks, caller, () -> Callers.release(setup));
    if (TaskContext.get() != null) {
      TaskCompletionListener close = task -> overlap.close();
      TaskContext.get().addTaskCompletionListener(close);
    }
    return overlap;
  }
}
