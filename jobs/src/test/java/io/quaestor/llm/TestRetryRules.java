package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.llm.CallOutcome.Fault;
import io.quaestor.llm.CallOutcome.Retryable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestRetryRules {
  private static final Retryable PLAIN = new Retryable(Fault.network("timeout", "m", false), null);
  private static final Retryable IN_3_S =
      new Retryable(Fault.network("rate_limited", "m", false), Duration.ofSeconds(3));

  private final RetryRules rules = new RetryRules(Fixtures.CALLS);

  private static Optional<Duration> millis(long millis) {
    return Optional.of(Duration.ofMillis(millis));
  }

  @Test
  void waitDoublesWithEveryAttempt() {
    assertEquals(millis(250), rules.wait(PLAIN, 1, Duration.ZERO, 0.5));
    assertEquals(millis(500), rules.wait(PLAIN, 2, Duration.ZERO, 0.5));
    assertEquals(millis(1000), rules.wait(PLAIN, 3, Duration.ZERO, 0.5));
  }

  @Test
  void jitterIsFull() {
    assertEquals(millis(0), rules.wait(PLAIN, 3, Duration.ZERO, 0));
    assertEquals(millis(1998), rules.wait(PLAIN, 3, Duration.ZERO, 0.999));
  }

  @Test
  void waitIsCapped() {
    io.quaestor.conf.CallsConf c = Fixtures.CALLS;
    RetryRules patient =
        new RetryRules(
            new io.quaestor.conf.CallsConf(
                c.window(),
                1000,
                c.askTimeout(),
                c.callTimeout(),
                c.connectTimeout(),
                c.backoff(),
                c.backoffCap(),
                c.maxBodyBytes(),
                c.foldEvery()));
    assertEquals(millis(4000), patient.wait(PLAIN, 5, Duration.ZERO, 0.5));
    assertEquals(millis(4000), patient.wait(PLAIN, 999, Duration.ZERO, 0.5));
  }

  @Test
  void attemptsAreBounded() {
    assertTrue(rules.wait(PLAIN, 3, Duration.ZERO, 0.5).isPresent());
    assertEquals(Optional.empty(), rules.wait(PLAIN, 4, Duration.ZERO, 0.5));
    assertEquals(Optional.empty(), rules.wait(IN_3_S, 4, Duration.ZERO, 0.5));
  }

  @Test
  void retryAfterIsNeverCutShort() {
    assertEquals(millis(3000), rules.wait(IN_3_S, 1, Duration.ZERO, 0));
    assertEquals(millis(3250), rules.wait(IN_3_S, 3, Duration.ZERO, 0.5));
  }

  @Test
  void wholeTimeIsBounded() {
    assertTrue(rules.wait(IN_3_S, 1, Duration.ofMillis(56_999), 0).isPresent());
    assertEquals(Optional.empty(), rules.wait(IN_3_S, 1, Duration.ofSeconds(57), 0));
  }

  @Test
  void oneCallGetsNoMoreThanWhatIsLeft() {
    assertEquals(Duration.ofSeconds(5), rules.callTime(Duration.ofSeconds(10)));
    assertEquals(Duration.ofSeconds(2), rules.callTime(Duration.ofSeconds(58)));
  }

  @Test
  void unusableAnswersAreAskedForAgainOnce() {
    assertTrue(rules.mayReask(0, 1, Duration.ZERO));
    assertFalse(rules.mayReask(1, 2, Duration.ZERO));
    assertFalse(rules.mayReask(0, 4, Duration.ZERO));
    assertFalse(rules.mayReask(0, 1, Duration.ofMinutes(1)));
  }
}
