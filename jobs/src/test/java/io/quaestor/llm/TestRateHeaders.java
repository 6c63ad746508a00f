package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class TestRateHeaders {
  private static Duration hold(long tokens, String... namesAndValues) {
    return RateHeaders.hold(Headers.of(namesAndValues), tokens);
  }

  @Test
  void roomThatIsLeftHoldsNothingUp() {
    assertEquals(
        Duration.ZERO,
        hold(
            500,
            "anthropic-ratelimit-requests-limit",
            "1000",
            "anthropic-ratelimit-requests-remaining",
            "1",
            "anthropic-ratelimit-input-tokens-remaining",
            "500"));
  }

  @Test
  void theLastRequestWaitsForOneToBeRefilled() {
    assertEquals(
        Duration.ofMillis(60),
        hold(
            0,
            "anthropic-ratelimit-requests-limit",
            "1000",
            "anthropic-ratelimit-requests-remaining",
            "0"));
  }

  @Test
  void tokensWaitUntilThereAreEnough() {
    assertEquals(
        Duration.ofSeconds(24),
        hold(
            500,
            "X-RateLimit-Limit-Tokens-Minute",
            "1000",
            "X-RateLimit-Remaining-Tokens-Minute",
            "100"));
  }

  @Test
  void whatCannotBeReadIsNotHeeded() {
    assertEquals(Duration.ZERO, hold(500, "x-ratelimit-remaining-requests", "-1s"));
    assertEquals(Duration.ZERO, hold(500, "x-ratelimit-remaining-requests", "0"));
  }
}
