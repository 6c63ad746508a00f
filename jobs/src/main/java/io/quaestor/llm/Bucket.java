package io.quaestor.llm;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * So many units per minute, refilled every 10 ms; what is not used within that time is lost.
 *
 * <p>resilience4j gives out whole permits per period. So a unit costs several permits, as many as
 * it takes for a period's share to be a whole number within 0.1%, never above.
 */
final class Bucket {
  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final int PERIODS = (int) (Duration.ofMinutes(1).toNanos() / PERIOD.toNanos());
  private static final double EXACT_ENOUGH = 0.999;

  /** Keeps sums of reservations within what resilience4j counts in. */
  private static final long MOST_PERMITS = 1 << 22;

  /** Seconds' worth of returned units that may be used at once. */
  private static final int BURST_SECONDS = 1;

  private final AtomicRateLimiter limiter;
  private final int permitsPerUnit;
  private final long burst;
  private final AtomicLong credit = new AtomicLong();

  /**
   * @param perMinute positive
   * @param nanos a ticker
   */
  Bucket(String name, long perMinute, LongSupplier nanos) {
    permitsPerUnit = permitsPerUnit(perMinute);
    burst = Math.max(1, perMinute * BURST_SECONDS / 60);
    RateLimiterConfig config =
        RateLimiterConfig.custom()
            .limitRefreshPeriod(PERIOD)
            .limitForPeriod((int) Math.min(perMinute * permitsPerUnit / PERIODS, MOST_PERMITS))
            .timeoutDuration(Duration.ofDays(1))
            .build();
    limiter = new AtomicRateLimiter(name, config, nanos::getAsLong);
    limiter.drainPermissions();
  }

  private static int permitsPerUnit(long perMinute) {
    for (int permits = 1; permits < PERIODS; permits++) {
      long perPeriod = perMinute * permits / PERIODS;
      if ((double) perPeriod * PERIODS >= EXACT_ENOUGH * perMinute * permits) {
        return permits;
      }
    }
    return PERIODS;
  }

  /**
   * @return nanoseconds to wait before using them
   */
  long reserve(long units) {
    long cost = units - credit.getAndSet(0);
    if (cost <= 0) {
      giveBack(-cost);
      return 0;
    }
    long permits = Math.min(cost * permitsPerUnit, MOST_PERMITS);
    return Math.max(0, limiter.reservePermission((int) permits));
  }

  /** Units that were reserved and not used; negative when more was used than reserved. */
  void giveBack(long units) {
    credit.accumulateAndGet(units, (had, more) -> Math.min(had + more, burst));
  }
}
