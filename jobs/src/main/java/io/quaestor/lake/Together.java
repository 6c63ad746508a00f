package io.quaestor.lake;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Reads or writes several tables at the same time: most of what a small one takes is waiting its
 * turn.
 */
public final class Together {
  private static final int AT_ONCE = 3;

  private Together() {}

  /**
   * Returns when all have ended.
   *
   * @throws RuntimeException the first that one of them threw
   */
  public static void run(Runnable... each) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Void>> all =
          Stream.of(each).map(one -> CompletableFuture.runAsync(one, threads)).toList();
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      threads.shutdown();
    }
  }
}
