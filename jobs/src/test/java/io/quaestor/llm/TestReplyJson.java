package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TestReplyJson {
  static final Reply FULL =
      new Reply(
          "id",
          "anthropic",
          "cheap",
          "claude-haiku-4-5",
          "claude-haiku-4-5-20251001",
          "audit",
          "q-1",
          2,
          Reply.OK,
          "Où ?\n\"là\"\r\u2028\t\\ \uD83D\uDE00",
          "{\"a\":0.10}",
          "code",
          "message",
          200,
          3,
          1L << 40,
          5,
          6,
          7,
          new BigDecimal("0.000012500000000000"),
          1,
          0.1,
          123,
          456,
          "req_1",
          "run-1",
          Fixtures.NOW);

  static final Reply EMPTY =
      new Reply(
          "id",
          "p",
          "m",
          "m-1",
          null,
          "audit",
          null,
          0,
          Reply.FAILED,
          null,
          null,
          "timeout",
          "slow",
          null,
          1,
          0,
          0,
          0,
          0,
          BigDecimal.ZERO,
          0,
          null,
          0,
          0,
          null,
          "run",
          Fixtures.NOW);

  @Test
  void everythingComesBackExactly() throws JsonProcessingException {
    for (Reply reply : new Reply[] {FULL, EMPTY}) {
      String line = ReplyJson.write(reply);
      assertFalse(line.contains("\n") || line.contains("\r"), line);
      assertEquals(reply, ReplyJson.read(line));
    }
  }

  @Test
  void smallAmountsAreNotRoundedNorPutIntoPowers() throws JsonProcessingException {
    BigDecimal tiny = new BigDecimal("0.0000000000000001");
    Reply e = EMPTY;
    Reply reply =
        new Reply(
            "id",
            "p",
            "m",
            "m-1",
            null,
            "audit",
            null,
            0,
            Reply.OK,
            "t",
            null,
            null,
            null,
            200,
            1,
            0,
            0,
            0,
            0,
            tiny,
            0,
            null,
            0,
            0,
            null,
            "run",
            e.answeredAt());
    assertEquals(tiny, ReplyJson.read(ReplyJson.write(reply)).costUsd());
  }

  @Test
  void everyPrefixOfALineIsNoReply() {
    String line = ReplyJson.write(EMPTY);
    for (int i = 0; i < line.length(); i++) {
      String torn = line.substring(0, i);
      assertThrows(JsonProcessingException.class, () -> ReplyJson.read(torn));
    }
  }

  @Test
  void fieldsOfALaterVersionAreLeftOut() throws JsonProcessingException {
    String line = ReplyJson.write(EMPTY).replaceFirst("\\{", "{\"later\":[1],");
    assertEquals(EMPTY, ReplyJson.read(line));
  }
}
