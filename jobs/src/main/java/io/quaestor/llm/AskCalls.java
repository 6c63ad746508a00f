package io.quaestor.llm;

import io.quaestor.lease.Claim;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
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
 *
 * <p>Spark may run a partition twice, one after the other or both at once. The later one waits its
 * turn, and asks only what the journal does not have.
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
    TaskContext task = TaskContext.get();
    return task == null
        ? new Overlap(asks, caller, Set.of(), () -> Callers.release(setup))
        : inTask(task, asks, caller);
  }

  private Iterator<Receipt> inTask(TaskContext task, Iterator<Ask> asks, Caller caller) {
    Turn turn = Turn.of(task, setup.runId(), caller.link());
    Runnable release =
        () -> {
          turn.end();
          Callers.release(setup);
        };
    try {
      Overlap overlap = new Overlap(asks, caller, kept(turn.await(task)), release);
      TaskCompletionListener close = ended -> overlap.close();
      task.addTaskCompletionListener(close);
      return overlap;
    } catch (RuntimeException e) {
      release.run();
      throw e;
    }
  }

  /** The asks that another attempt had answers to. */
  private Set<UUID> kept(Claim.Answer turn) {
    return turn == Claim.Answer.FRESH
        ? Set.of()
        : new JournalFiles(setup.warehouse(), setup.hadoop()).askIds(setup.runId());
  }
}
