package io.quaestor.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TestCallsLine {
  private static State state(long done, String waitingFor, BigDecimal budget) {
    return new State(
        "audit: 5,000 asks to auditor",
        5_000,
        done,
        3,
        64,
        1,
        new BigDecimal("1.234"),
        budget,
        waitingFor);
  }

  @Test
  void everythingThatIsKnownIsInIt() {
    assertEquals(
        "audit: 5,000 asks to auditor: 1,000/5,000 done, 64 in flight, $1.23 of $5.00, 3 failed,"
            + " waiting for requests per minute of mistral/large, 100.0/s, 40 s left",
        CallsLine.of(
            state(1_000, "requests per minute of mistral/large", new BigDecimal("5")),
            10_000_000_000L));
  }

  @Test
  void whatIsNotKnownIsNotSaid() {
    assertEquals(
        "audit: 5,000 asks to auditor: 0/5,000 done, 64 in flight, $1.23, 3 failed",
        CallsLine.of(state(0, null, null), 0));
  }

  @Test
  void longTimesAreInHours() {
    String line = CallsLine.of(state(100, null, null), 400_000_000_000L);
    assertEquals("0.3/s, 5 h 26 min left", line.substring(line.indexOf("0.3/s")));
  }
}
