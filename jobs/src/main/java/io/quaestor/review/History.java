package io.quaestor.review;

import io.quaestor.tables.Review;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one question in the order they happened, which is the order of their chain and not
 * of their clocks; pure.
 */
public final class History {
  private final List<Review> events;

  private History(List<Review> events) {
    this.events = List.copyOf(events);
  }

  /** From a question's events in any order. */
  public static History of(List<Review> unordered) {
    Map<String, Review> after = new HashMap<>();
    unordered.forEach(event -> after.put(event.previousId(), event));
    List<Review> ordered = new ArrayList<>();
    for (Review at = after.get(null); at != null; at = after.get(at.reviewId())) {
      ordered.add(at);
    }
    return new History(ordered);
  }

  /** Oldest first. */
  public List<Review> events() {
    return events;
  }

  /** The newest event, null when there is none. */
  public Review last() {
    return events.isEmpty() ? null : events.get(events.size() - 1);
  }

  /** Id of the newest event, null when there is none. */
  public String lastId() {
    return events.isEmpty() ? null : last().reviewId();
  }

  /**
   * The event that an undo takes back: the newest that still holds. Null when there is none. An
   * undo itself is never taken back: the action is done again.
   */
  public Review undoable() {
    Deque<Review> holding = new ArrayDeque<>();
    for (Review event : events) {
      if (event.undoes() == null) {
        holding.push(event);
      } else {
        holding.removeIf(held -> held.reviewId().equals(event.undoes()));
      }
    }
    return holding.peek();
  }
}
