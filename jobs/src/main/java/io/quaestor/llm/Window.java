package io.quaestor.llm;

import java.util.ArrayDeque;
import java.util.Queue;

/** Places for calls in flight, handed on in the order they were asked for. Thread-safe. */
final class Window {
  private final int size;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int free;

  /**
   * @param size positive
   */
  Window(int size) {
    this.size = size;
    this.free = size;
  }

  /**
   * @param granted runs when a place has become the caller's, if none was free; must not block
   * @return whether one was
   */
  synchronized boolean enter(Runnable granted) {
    if (free > 0) {
      free--;
      return true;
    }
    waiting.add(granted);
    return false;
  }

  void leave() {
    Runnable next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        free++;
      }
    }
    if (next != null) {
      next.run();
    }
  }

  int size() {
    return size;
  }

  synchronized int taken() {
    return size - free;
  }
}
