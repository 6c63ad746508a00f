package io.quaestor.llm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * Receipts of one partition, in the order of completion. For one consuming thread.
 *
 * <p>The consuming thread reads asks a little ahead. Each is started by whoever gets a place in the
 * window for it, mostly the thread that has just handled an answer; the consuming thread is woken
 * when asks run low, not for each receipt.
 */
final class Overlap implements Iterator<Receipt>, AutoCloseable {
  private static final long WAKE_MILLIS = 50;

  private final Iterator<Ask> asks;
  private final Caller caller;
  private final Set<UUID> kept;
  private final Runnable release;
  private final int ahead;

  /** Receipts to give, and how many asks were read whose receipt has not been given: its own. */
  private final Queue<Receipt> given = new ArrayDeque<>();

  private int outstanding;
  private boolean exhausted;

  /** Read and not started; this and what follows is guarded by this. */
  private final Queue<Ask> ready = new ArrayDeque<>();

  private List<Receipt> ended = new ArrayList<>();
  private Throwable failure;
  private boolean inLine;
  private boolean closed;

  /** Calls under way, and one for us until we are closed. */
  private int underWay = 1;

  /**
   * @param kept asks not to be made, see {@link JournalFiles#askIds}
   * @param release runs once, after the last call has ended
   */
  Overlap(Iterator<Ask> asks, Caller caller, Set<UUID> kept, Runnable release) {
    this.asks = asks;
    this.caller = caller;
    this.kept = kept;
    this.release = release;
    this.ahead = ahead(caller.window().size());
  }

  /** How many asks are read that have no place yet. */
  static int ahead(int window) {
    return Math.max(2, Math.min(64, window / 2));
  }

  @Override
  public boolean hasNext() {
    if (!isClosed()) {
      read();
      while (given.isEmpty() && !(exhausted && outstanding == 0)) {
        given.addAll(await());
        read();
      }
    }
    if (given.isEmpty()) {
      close();
      return false;
    }
    return true;
  }

  @Override
  public Receipt next() {
    if (!hasNext()) {
      throw new NoSuchElementException("All receipts have been given");
    }
    outstanding--;
    return given.remove();
  }

  /** No more than the window and a little: so much memory is taken, however slow the consumer. */
  private void read() {
    while (!exhausted && outstanding < caller.window().size() + ahead && readyAsks() < ahead) {
      if (!asks.hasNext()) {
        exhausted = true;
        return;
      }
      Ask ask = asks.next();
      outstanding++;
      if (!kept.isEmpty() && kept.contains(JournalFiles.half(ask.askId()))) {
        given.add(Receipt.kept(ask.askId()));
      } else {
        synchronized (this) {
          ready.add(ask);
        }
        pump();
      }
    }
  }

  private synchronized int readyAsks() {
    return ready.size();
  }

  /** Waits until there is something to do, and takes the receipts there are. */
  private List<Receipt> await() {
    try {
      List<Receipt> taken = take();
      if (taken != null) {
        return taken;
      }
      close();
      throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IllegalStateException("The task was ended while it waited for answers", e);
    }
  }

  /** Null after a failure. */
  private synchronized List<Receipt> take() throws InterruptedException {
    if (!due()) {
      wait(WAKE_MILLIS);
    }
    if (failure != null) {
      return null;
    }
    List<Receipt> taken = ended;
    ended = new ArrayList<>();
    return taken;
  }

  private boolean due() {
    return failure != null || !ended.isEmpty() && ready.size() <= ahead / 2;
  }

  /** Starts asks for which there are places, and lines up for the next place. */
  private void pump() {
    while (linesUp() && caller.window().enter(this::placed)) {
      startNext();
    }
  }

  private synchronized boolean linesUp() {
    if (inLine || ready.isEmpty()) {
      return false;
    }
    inLine = true;
    return true;
  }

  /** Runs on the thread that left the place. */
  private void placed() {
    startNext();
    pump();
  }

  private void startNext() {
    Ask ask;
    synchronized (this) {
      inLine = false;
      ask = ready.poll();
      underWay += ask == null ? 0 : 1;
    }
    if (ask == null) {
      caller.window().leave();
    } else {
      new AskRun(caller, ask, this::isClosed).start().whenComplete(this::ended);
    }
  }

  private void ended(Receipt receipt, Throwable problem) {
    synchronized (this) {
      if (problem == null) {
        ended.add(receipt);
      } else {
        failure = problem instanceof CompletionException e ? e.getCause() : problem;
      }
      if (due()) {
        notify();
      }
    }
    caller.window().leave();
    oneLess();
  }

  private void oneLess() {
    boolean last;
    synchronized (this) {
      last = --underWay == 0;
    }
    if (last) {
      release.run();
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Calls under way go on, into the journal. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      ready.clear();
    }
    try {
      caller.journal().roll();
    } finally {
      oneLess();
    }
  }
}
