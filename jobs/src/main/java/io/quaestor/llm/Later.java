package io.quaestor.llm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Waiting without a thread. */
interface Later {

  /** What it is given runs after so many nanoseconds. */
  Executor after(long nanos);

  /** On the common timer of the JVM. */
  static Later system() {
    return nanos -> CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Runnable::run);
  }
}
