package io.quaestor.llm;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something every so often, until closed; closing waits for what is under way. */
public final class Ticker implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ScheduledExecutorService clock;
  private final Future<?> ticks;

  /**
   * @param every from the end of one to the start of the next, at least 1 ms
   * @param work must not throw
   */
  public Ticker(String name, Duration every, Runnable work) {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    ticks =
        clock.scheduleWithFixedDelay(
            work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    ticks.cancel(false);
    clock.shutdown();
    try {
      clock.awaitTermination(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
