package io.quaestor.llm;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Receipts of one partition, in the order of completion. For one consuming thread; everything else
 * reaches it through its queue of events.
 */
final class Overlap implements Iterator<Receipt>, AutoCloseable {
  /** A place in the window has become ours. */
  private static final Object PLACE = new Object();

  private final Iterator<Ask> asks;
  private final Caller caller;
  private final Set<UUID> kept;
  private final Runnable release;
  private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Calls under way, and one for us until we are closed. */
  private final AtomicInteger underWay = new AtomicInteger(1);

  /** Started, and its receipt not yet given: also what bounds the queue of events. */
  private int inFlight;

  private boolean waitingForPlace;
  private Receipt next;

  /**
   * @param kept asks not to be made, see {@link JournalFiles#askIds}
   * @param release runs once, after the last call has ended
   */
  Overlap(Iterator<Ask> asks, Caller caller, Set<UUID> kept, Runnable release) {
    this.asks = asks;
    this.caller = caller;
    this.kept = kept;
    this.release = release;
  }

  @Override
  public boolean hasNext() {
    while (next == null && !closed.get()) {
      fill();
      if (inFlight == 0 && !waitingForPlace) {
        close();
      } else {
        handle(take());
      }
    }
    return next != null;
  }

  @Override
  public Receipt next() {
    if (!hasNext()) {
      throw new NoSuchElementException("All receipts have been given");
    }
    Receipt receipt = next;
    next = null;
    return receipt;
  }

  private void fill() {
    while (!waitingForPlace && inFlight < caller.window().size() && asks.hasNext()) {
      if (caller.window().enter(this::placed)) {
        start(asks.next());
      } else {
        waitingForPlace = true;
      }
    }
  }

  private void handle(Object event) {
    if (event == PLACE) {
      waitingForPlace = false;
      if (asks.hasNext()) {
        start(asks.next());
      } else {
        caller.window().leave();
      }
      return;
    }
    inFlight--;
    if (event instanceof Throwable failure) {
      close();
      throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }
    next = (Receipt) event;
  }

  private void start(Ask ask) {
    inFlight++;
    if (!kept.isEmpty() && kept.contains(JournalFiles.half(ask.askId()))) {
      caller.window().leave();
      events.add(Receipt.kept(ask.askId()));
      return;
    }
    underWay.incrementAndGet();
    new AskRun(caller, ask, closed::get)
        .start()
        .whenComplete(
            (receipt, failure) -> {
              caller.window().leave();
              events.add(failure == null ? receipt : cause(failure));
              ended();
            });
  }

  private void ended() {
    if (underWay.decrementAndGet() == 0) {
      release.run();
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private void placed() {
    events.add(PLACE);
    if (closed.get() && events.remove(PLACE)) {
      caller.window().leave();
    }
  }

  private Object take() {
    try {
      return events.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IllegalStateException("The task was ended while it waited for answers", e);
    }
  }

  /** Calls under way go on, into the journal. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    while (events.remove(PLACE)) {
      caller.window().leave();
    }
    try {
      caller.journal().roll();
    } finally {
      ended();
    }
  }
}
