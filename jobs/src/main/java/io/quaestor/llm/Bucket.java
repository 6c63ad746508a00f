package io.quaestor.llm;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A token bucket: a share of so many units per minute, refilled every 10 ms, empty at the start.
 * What is not used is saved up to a small burst. Not thread-safe.
 *
 * <p>resilience4j gives out whole permits per period. So a unit costs several permits, enough for a
 * period's part of even a small share to be a whole number within some thousandths, never above.
 */
final class Bucket {
  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final long PERIODS = Duration.ofMinutes(1).dividedBy(PERIOD);

  /** Permits a period's part of the whole has, where there is room. */
  private static final long FINE = 20_000;

  private static final long MOST_PERMITS_PER_UNIT = 1 << 20;

  /** Keeps sums of reservations within what resilience4j counts in. */
  private static final long MOST_PERMITS = 1 << 28;

  private final AtomicRateLimiter limiter;
  private final LongSupplier nanos;
  private final long perMinute;
  private final long permitsPerUnit;
  private final long burstPermits;
  private long perPeriod;
  private long credit;
  private long idleFrom;
  private long used;
  private long wait;

  /**
   * @param perMinute positive
   * @param burst how much refill is saved up at most
   * @param nanos a ticker
   */
  Bucket(String name, long perMinute, Duration burst, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
    permitsPerUnit = Math.max(1, Math.min(MOST_PERMITS_PER_UNIT, FINE * PERIODS / perMinute));
    burstPermits = permits(1) * burst.dividedBy(PERIOD);
    perPeriod = permits(1);
    RateLimiterConfig config =
        RateLimiterConfig.custom()
            .limitRefreshPeriod(PERIOD)
            .limitForPeriod((int) perPeriod)
            .timeoutDuration(Duration.ofDays(1))
            .build();
    limiter = new AtomicRateLimiter(name, config, nanos::getAsLong);
    limiter.drainPermissions();
    idleFrom = nanos.getAsLong();
  }

  private long permits(double share) {
    double permits = share * perMinute * permitsPerUnit / PERIODS;
    return (long) Math.max(1, Math.min(MOST_PERMITS, permits));
  }

  /**
   * From now on this share of the whole is refilled.
   *
   * @param share above 0, at most 1
   */
  void share(double share) {
    perPeriod = permits(share);
    limiter.changeLimitForPeriod((int) perPeriod);
  }

  /**
   * @return nanoseconds to wait before using them
   */
  long reserve(long units) {
    used += units;
    long now = nanos.getAsLong();
    long missed = (now - idleFrom) / PERIOD.toNanos() - 1;
    if (missed > 0) {
      credit(Math.min(missed * perPeriod, burstPermits));
    }
    long cost = units * permitsPerUnit - credit;
    credit = Math.max(0, -cost);
    wait = cost <= 0 ? 0 : waitFor(cost);
    idleFrom = Math.max(idleFrom, now + wait);
    return wait;
  }

  private long waitFor(long permits) {
    return Math.max(0, limiter.reservePermission((int) Math.min(permits, MOST_PERMITS)));
  }

  /** Units that were reserved and not used; negative when more was used than reserved. */
  void giveBack(long units) {
    used -= units;
    credit(units * permitsPerUnit);
  }

  private void credit(long permits) {
    credit = Math.min(credit + permits, Math.max(burstPermits, permitsPerUnit));
  }

  /** What the newest reservation had to wait, nanoseconds. */
  long lastWait() {
    return wait;
  }

  /** Units used since the last time this was asked. */
  long usedSince() {
    long units = used;
    used = 0;
    return units;
  }

  long perMinute() {
    return perMinute;
  }
}
