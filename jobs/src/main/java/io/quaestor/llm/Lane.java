package io.quaestor.llm;

import io.quaestor.conf.LimitsConf;
import io.quaestor.lease.Report;
import io.quaestor.llm.Limits.Permit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * The calls of one class of models on this executor, in the order they came: each waits for its
 * part of the budget, then for an open gate, then for room among those in flight.
 *
 * <p>Budget is reserved at most {@link #AHEAD} ahead of time, so that a smaller share holds soon.
 */
final class Lane {
  private static final long AHEAD = Duration.ofMillis(250).toNanos();
  private static final long NEVER = Long.MAX_VALUE;

  private final String name;
  private final Buckets buckets;
  private final OutputMean answers = new OutputMean();
  private final InputRatio inputs = new InputRatio();
  private final Aimd room;
  private final LongSupplier nanos;
  private final Later later;
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private final Deque<Waiter> reserved = new ArrayDeque<>();
  private int inFlight;
  private double share;
  private long shareUntil = Long.MIN_VALUE;
  private long closedUntil = Long.MIN_VALUE;
  private boolean toClose;
  private boolean starved;
  private boolean stopped;
  private long wakeAt = NEVER;

  private static final class Waiter {
    private final Limits.Size size;
    private final CompletableFuture<Permit> future = new CompletableFuture<>();
    private Permit permit;
    private long due;

    Waiter(Limits.Size size) {
      this.size = size;
    }
  }

  /**
   * @param window most calls in flight
   */
  Lane(String name, LimitsConf limits, int window, LongSupplier nanos, Later later) {
    this.name = name;
    this.buckets = Buckets.of(name, limits, nanos);
    this.room = new Aimd(window);
    this.nanos = nanos;
    this.later = later;
  }

  CompletionStage<Permit> acquire(Limits.Size size) {
    Waiter waiter = new Waiter(size);
    synchronized (this) {
      waiting.add(waiter);
    }
    go();
    return waiter.future;
  }

  void settle(Permit permit, Limits.Ending ending) {
    synchronized (this) {
      inFlight--;
      Usage usage = ending.usage();
      if (usage != null) {
        buckets.settle(permit, usage);
        if (usage.output() > 0) {
          answers.saw(usage.output());
          inputs.saw(permit.chars(), usage.input() + usage.cacheWrite());
        }
      }
      if (ending.overloaded()) {
        room.overloaded(permit.grantedAt(), nanos.getAsLong());
      } else if (usage != null && !usage.equals(Usage.NONE)) {
        room.answered();
      }
    }
    go();
  }

  synchronized void close(Duration time) {
    closedUntil = Math.max(closedUntil, nanos.getAsLong() + time.toNanos());
    toClose = true;
  }

  void stop() {
    synchronized (this) {
      stopped = true;
    }
    go();
  }

  /** What to tell the driver. */
  synchronized Report.Need need(double minutes) {
    boolean more = starved || (!waiting.isEmpty() && share == 0);
    long closed = toClose ? Math.max(0, closedUntil - nanos.getAsLong()) : 0;
    Report.Need need =
        new Report.Need(buckets.used(minutes), more, Duration.ofNanos(closed).toMillis());
    toClose = false;
    starved = false;
    return need;
  }

  /**
   * The driver has answered.
   *
   * @param until when the share ends, nanoseconds
   * @param closed how much longer nobody may send
   */
  void granted(double newShare, long until, Duration closed) {
    synchronized (this) {
      if (newShare > 0 && newShare != share) {
        buckets.share(newShare);
      }
      share = newShare;
      shareUntil = until;
      closedUntil = Math.max(closedUntil, nanos.getAsLong() + closed.toNanos());
    }
    go();
  }

  /** What calls wait for, null for nothing. */
  synchronized String waitingFor() {
    if (closedUntil > nanos.getAsLong()) {
      return name + " to open again";
    }
    if (!waiting.isEmpty() || (!reserved.isEmpty() && reserved.peek().due > nanos.getAsLong())) {
      return buckets.scarcest() + " of " + name;
    }
    return reserved.isEmpty() ? null : "room at " + name;
  }

  /** Sends on whoever may go, outside the lock, and sets the alarm for the next. */
  private void go() {
    List<Waiter> off = new ArrayList<>();
    long wake;
    synchronized (this) {
      long now = nanos.getAsLong();
      if (stopped) {
        off.addAll(reserved);
        off.addAll(waiting);
        reserved.clear();
        waiting.clear();
      } else {
        reserve(now);
        release(now, off);
      }
      wake = alarm(now);
    }
    if (wake != NEVER) {
      later.after(wake).execute(this::alarmed);
    }
    for (Waiter waiter : off) {
      if (waiter.permit == null || stopped) {
        waiter.future.completeExceptionally(new Limits.Stopped());
      } else {
        waiter.future.complete(waiter.permit);
      }
    }
  }

  private void alarmed() {
    synchronized (this) {
      wakeAt = NEVER;
    }
    go();
  }

  private void reserve(long now) {
    boolean open = share > 0 && now < shareUntil;
    while (open && !waiting.isEmpty()) {
      if (!reserved.isEmpty() && reserved.peekLast().due - now > AHEAD) {
        starved = true;
        return;
      }
      Waiter waiter = waiting.poll();
      waiter.permit = permit(waiter.size, now);
      waiter.due = now + buckets.reserve(waiter.permit.inputTokens(), waiter.permit.outputTokens());
      reserved.add(waiter);
    }
  }

  private Permit permit(Limits.Size size, long now) {
    long in = buckets.limitsInput() ? inputs.expected(size.chars(), size.inputTokens()) : 0;
    long out = buckets.limitsOutput() ? answers.expected(size.maxTokens()) : 0;
    return new Permit(name, size.chars(), in, out, now);
  }

  private void release(long now, List<Waiter> off) {
    while (!reserved.isEmpty()
        && reserved.peek().due <= now
        && closedUntil <= now
        && inFlight < room.limit()) {
      Waiter waiter = reserved.poll();
      waiter.permit = waiter.permit.at(now);
      inFlight++;
      off.add(waiter);
    }
  }

  /** Nanoseconds to the next alarm to be set, {@link #NEVER} when none is needed. */
  private long alarm(long now) {
    long at = NEVER;
    if (!reserved.isEmpty()) {
      long open = Math.max(reserved.peek().due, closedUntil);
      at = open > now ? open : NEVER;
      if (!waiting.isEmpty() && reserved.peekLast().due - now > AHEAD) {
        at = Math.min(at, reserved.peekLast().due - AHEAD / 2);
      }
    }
    if (at >= wakeAt) {
      return NEVER;
    }
    wakeAt = at;
    return Math.max(1, at - now);
  }
}
