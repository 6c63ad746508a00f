package io.quaestor.llm;

import io.quaestor.lease.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * This executor's part of the run's money, in {@link io.quaestor.lease.Pico} dollars. A call takes
 * the most it can cost before it is sent and brings back the rest. Thread-safe.
 */
final class Wallet {
  private static final CompletionStage<Void> PAID = CompletableFuture.completedFuture(null);

  private final boolean limited;
  private final Runnable shortOfMoney;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private long held;
  private long taken;
  private long spent;
  private boolean stopped;

  private record Request(long amount, CompletableFuture<Void> future) {}

  /**
   * @param limited whether there is a budget
   * @param shortOfMoney runs when more is wanted; must not block
   */
  Wallet(boolean limited, Runnable shortOfMoney) {
    this.limited = limited;
    this.shortOfMoney = shortOfMoney;
  }

  boolean limited() {
    return limited;
  }

  /**
   * Completes when it is there; exceptionally with {@link Limits.Stopped} when it never will be.
   */
  CompletionStage<Void> take(long amount) {
    if (!limited) {
      return PAID;
    }
    Request request = new Request(amount, new CompletableFuture<>());
    synchronized (this) {
      waiting.add(request);
    }
    serve();
    if (!request.future().isDone()) {
      shortOfMoney.run();
    }
    return request.future();
  }

  /** What a call cost in the end, of what it had taken. */
  void settle(long amount, long cost) {
    synchronized (this) {
      spent += cost;
      if (limited) {
        taken -= amount;
        held += amount - cost;
      }
    }
    serve();
  }

  /** What to tell the driver; what is returned is not held any more. */
  synchronized Report.Money report(boolean unused) {
    if (!limited) {
      return new Report.Money(spent, 0, 0, 0, 0, false);
    }
    boolean stuck = taken == 0 && !waiting.isEmpty() && waiting.peek().amount() > held;
    long returned = unused || stuck ? held : 0;
    held -= returned;
    long wanted = waiting.stream().mapToLong(Request::amount).sum() - held;
    long needed = waiting.isEmpty() ? 0 : Math.max(0, waiting.peek().amount() - held);
    return new Report.Money(spent, held, returned, Math.max(wanted, needed), needed, taken > 0);
  }

  void granted(long money) {
    synchronized (this) {
      held += money;
    }
    serve();
  }

  void stop() {
    synchronized (this) {
      stopped = true;
    }
    serve();
  }

  private void serve() {
    List<Request> off = new ArrayList<>();
    boolean turnedAway;
    synchronized (this) {
      turnedAway = stopped;
      while (!waiting.isEmpty() && (stopped || waiting.peek().amount() <= held)) {
        Request request = waiting.poll();
        if (!stopped) {
          held -= request.amount();
          taken += request.amount();
        }
        off.add(request);
      }
    }
    for (Request request : off) {
      if (turnedAway) {
        request.future().completeExceptionally(new Limits.Stopped());
      } else {
        request.future().complete(null);
      }
    }
  }
}
