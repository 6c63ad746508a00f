package io.quaestor.llm;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads that may block. What one of them gives to execute runs next on itself, so that a call and
 * the call its answer makes room for need no hand-over between threads.
 */
final class Workers implements Executor, AutoCloseable {
  private final ExecutorService threads;
  private final ThreadLocal<Next> own = new ThreadLocal<>();

  Workers(String name) {
    threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  private static final class Next {
    private Runnable work;

    Runnable take() {
      Runnable taken = work;
      work = null;
      return taken;
    }
  }

  @Override
  public void execute(Runnable work) {
    Next next = own.get();
    if (next != null && next.work == null) {
      next.work = work;
    } else {
      threads.execute(() -> work(work));
    }
  }

  private void work(Runnable first) {
    Next next = new Next();
    own.set(next);
    try {
      for (Runnable work = first; work != null; work = next.take()) {
        work.run();
      }
    } finally {
      own.remove();
      Runnable left = next.take();
      if (left != null) {
        execute(left);
      }
    }
  }

  /** Idle threads end; busy ones finish what they have. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
