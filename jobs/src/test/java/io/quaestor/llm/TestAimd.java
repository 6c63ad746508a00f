package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TestAimd {
  @Test
  void doublesEachRoundUntilTheMost() {
    Aimd room = new Aimd(64);
    int rounds = 0;
    while (room.limit() < 64) {
      int round = room.limit();
      for (int i = 0; i < round; i++) {
        room.answered();
      }
      rounds++;
    }
    assertEquals(2, rounds);
    room.answered();
    assertEquals(64, room.limit());
  }

  @Test
  void halvesOncePerRoundHoweverManyFail() {
    Aimd room = new Aimd(8);
    for (int i = 0; i < 8; i++) {
      room.overloaded(100, 200 + i);
    }
    assertEquals(4, room.limit());
    room.overloaded(300, 400);
    assertEquals(2, room.limit());
  }

  @Test
  void neverFallsBelowOneAndGrowsBackByOneARound() {
    Aimd room = new Aimd(8);
    for (int i = 0; i < 20; i++) {
      room.overloaded(1_000 * i, 1_000 * i + 1);
    }
    assertEquals(1, room.limit());
    room.answered();
    assertEquals(2, room.limit());
    room.answered();
    assertEquals(2, room.limit());
    room.answered();
    assertTrue(room.limit() <= 3);
  }
}
