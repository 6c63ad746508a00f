package io.quaestor.llm;

import io.quaestor.conf.CallsConf;
import java.time.Duration;
import java.util.Optional;

/**
 * When to call again. Pure: time and chance come in, a wait comes out.
 *
 * <table>
 *   <caption>Rules, the first that fits</caption>
 *   <tr><td>attempts used up</td><td>give up</td></tr>
 *   <tr><td>the provider named a time</td><td>that time, then up to one backoff more</td></tr>
 *   <tr><td>otherwise</td><td>anything up to backoff x 2^(attempts - 1), capped</td></tr>
 *   <tr><td>the wait would pass the ask's whole time</td><td>give up</td></tr>
 * </table>
 *
 * <p>Which outcomes are worth another call at all is decided in {@link Faults}.
 */
final class RetryRules {
  private final CallsConf calls;

  RetryRules(CallsConf calls) {
    this.calls = calls;
  }

  /**
   * @param attempts calls made so far, from 1
   * @param elapsed since the first of them
   * @param chance uniform in [0, 1)
   * @return how long to wait, empty to give up
   */
  Optional<Duration> wait(
      CallOutcome.Retryable outcome, int attempts, Duration elapsed, double chance) {
    if (attempts >= calls.attempts()) {
      return Optional.empty();
    }
    Duration wait =
        outcome.retryAfter() == null
            ? share(ceiling(attempts), chance)
            : outcome.retryAfter().plus(share(calls.backoff(), chance));
    return elapsed.plus(wait).compareTo(calls.askTimeout()) < 0
        ? Optional.of(wait)
        : Optional.empty();
  }

  /** Whether an answer that does not satisfy its schema may be asked for again. */
  boolean mayReask(int reasks, int attempts, Duration elapsed) {
    return reasks == 0 && attempts < calls.attempts() && elapsed.compareTo(calls.askTimeout()) < 0;
  }

  /** What is left for one call. */
  Duration callTime(Duration elapsed) {
    Duration left = calls.askTimeout().minus(elapsed);
    return left.compareTo(calls.callTimeout()) < 0 ? left : calls.callTimeout();
  }

  private Duration ceiling(int attempts) {
    int doublings = Math.min(attempts - 1, 30);
    Duration grown = calls.backoff().multipliedBy(1L << doublings);
    return grown.compareTo(calls.backoffCap()) < 0 ? grown : calls.backoffCap();
  }

  private static Duration share(Duration of, double chance) {
    return Duration.ofNanos((long) (of.toNanos() * chance));
  }
}
