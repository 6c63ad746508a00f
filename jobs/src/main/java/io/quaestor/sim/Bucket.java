package io.quaestor.sim;

/** A token bucket that refills continuously and starts full. Time comes in, waits go out. */
final class Bucket {
  private static final double NANOS_PER_MINUTE = 60e9;

  private final long perMinute;
  private final double capacity;
  private double level;
  private long last;

  Bucket(long perMinute, double burstSeconds, long now) {
    this.perMinute = perMinute;
    this.capacity = Math.max(1, perMinute * burstSeconds / 60);
    this.level = capacity;
    this.last = now;
  }

  /** Seconds until {@code amount} can be taken, 0 for now; more than fits goes when it is full. */
  double secondsUntil(double amount, long now) {
    refill(now);
    return Math.max(0, (Math.min(amount, capacity) - level) * 60 / perMinute);
  }

  /** Takes, below zero where more than the capacity is taken. */
  void take(double amount) {
    level -= amount;
  }

  Level level() {
    return new Level(
        perMinute, (long) Math.max(0, level), Math.max(0, capacity - level) * 60 / perMinute);
  }

  /**
   * What a client is told.
   *
   * @param fullInSeconds time until it is full again
   */
  record Level(long limit, long remaining, double fullInSeconds) {}

  private void refill(long now) {
    level = Math.min(capacity, level + (now - last) * (double) perMinute / NANOS_PER_MINUTE);
    last = now;
  }
}
