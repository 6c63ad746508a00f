package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TestBucket {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aStrictBucketLetsOneThroughPerInterval() {
    Bucket bucket = new Bucket(60, 1, 0);
    assertEquals(0, bucket.secondsUntil(1, 0));
    bucket.take(1);
    assertEquals(1, bucket.secondsUntil(1, 0), 1e-9);
    assertEquals(0.25, bucket.secondsUntil(1, 3 * SECOND / 4), 1e-9);
    assertEquals(0, bucket.secondsUntil(1, SECOND));
  }

  @Test
  void aMinutesBurstGoesAtOnce() {
    Bucket bucket = new Bucket(600, 60, 0);
    bucket.take(600);
    assertEquals(new Bucket.Level(600, 0, 60), bucket.level());
    assertEquals(5, bucket.secondsUntil(50, 0), 1e-9);
    assertEquals(0, bucket.secondsUntil(50, 5 * SECOND));
  }

  @Test
  void whatIsLargerThanTheBucketGoesWhenItIsFull() {
    Bucket bucket = new Bucket(60, 10, 0);
    assertEquals(0, bucket.secondsUntil(25, 0));
    bucket.take(25);
    assertEquals(16, bucket.secondsUntil(1, 0), 1e-9);
    assertEquals(25, bucket.secondsUntil(25, 0), 1e-9);
  }

  @Test
  void itNeverHoldsMoreThanItsCapacity() {
    Bucket bucket = new Bucket(60, 5, 0);
    bucket.secondsUntil(1, 1000 * SECOND);
    assertEquals(new Bucket.Level(60, 5, 0), bucket.level());
  }
}
