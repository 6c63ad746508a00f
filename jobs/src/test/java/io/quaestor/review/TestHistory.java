package io.quaestor.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quaestor.tables.Review;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestHistory {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void theChainOrdersEventsAndNotTheirClocks() {
    Review first = event("a", null, "approve", NOON.plusSeconds(9), null);
    Review second = event("b", "a", "archive", NOON, null);
    History history = History.of(List.of(second, first));
    assertEquals(List.of(first, second), history.events());
    assertEquals("b", history.lastId());
    assertNull(History.of(List.of()).lastId());
  }

  @Test
  void undoTakesBackTheNewestThatStillHolds() {
    Review approved = event("a", null, "approve", NOON, null);
    Review archived = event("b", "a", "archive", NOON, null);
    Review undone = event("c", "b", "undo", NOON, "b");
    Review undoneToo = event("d", "c", "undo", NOON, "a");
    assertEquals(archived, History.of(List.of(approved, archived)).undoable());
    assertEquals(approved, History.of(List.of(approved, archived, undone)).undoable());
    assertNull(History.of(List.of(approved, archived, undone, undoneToo)).undoable());
    assertNull(History.of(List.of()).undoable());
  }

  private static Review event(
      String id, String previous, String action, Instant at, String undoes) {
    return new Review(
        id,
        "q",
        "batch",
        previous,
        action,
        "anna",
        at,
        "draft",
        "approved",
        "sha",
        "sha",
        null,
        null,
        null,
        null,
        undoes,
        null);
  }
}
