package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestBucket {
  private static final double MINUTE = 60e9;
  private static final Duration BURST = Duration.ofMillis(500);

  private final AtomicLong now = new AtomicLong();

  private Bucket bucket(long perMinute) {
    return new Bucket("b", perMinute, BURST, now::get);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 60, 61, 720, 1000, 1009, 6000, 6001, 50_021, 5_000_000})
  void everyLimitIsMetWithinThousandths(long perMinute) {
    assertMet(bucket(perMinute), perMinute, 0.006);
  }

  @ParameterizedTest
  @CsvSource({"6000, 0.5", "6000, 0.05", "60, 0.3333", "720, 0.02", "2000000, 0.125"})
  void shareOfALimitIsMetWithinAHundredth(long perMinute, double share) {
    Bucket bucket = bucket(perMinute);
    bucket.share(share);
    assertMet(bucket, perMinute * share, 0.01);
  }

  private void assertMet(Bucket bucket, double perMinute, double tolerance) {
    long units = (long) Math.max(1, perMinute / 100);
    long wait = 0;
    for (int i = 0; i < 300; i++) {
      wait = bucket.reserve(units);
    }
    double expected = 300 * units * MINUTE / perMinute;
    assertTrue(wait >= expected - 1e7, "too early: " + wait + " for " + expected);
    assertTrue(wait <= expected * (1 + tolerance) + 1e7, "too late: " + wait + " for " + expected);
  }

  @Test
  void manyUnitsAtOnceWaitAsLongAsOneByOne() {
    Bucket one = bucket(1000);
    Bucket many = bucket(1000);
    long wait = 0;
    for (int i = 0; i < 50; i++) {
      wait = one.reserve(1);
    }
    assertEquals(wait, many.reserve(50));
  }

  @Test
  void bucketStartsEmpty() {
    assertEquals(10_000_000, bucket(6000).reserve(1));
  }

  @Test
  void anIdleMinuteIsSavedUpToTheBurst() {
    Bucket bucket = bucket(6000);
    now.addAndGet((long) MINUTE);
    int atOnce = 0;
    while (bucket.reserve(1) == 0) {
      atOnce++;
    }
    assertTrue(atOnce >= 50 && atOnce <= 51, atOnce + " at once");
  }

  @Test
  void lateUseLosesNothingWithinTheBurst() {
    Bucket bucket = bucket(6000);
    int used = 0;
    while (now.get() < MINUTE) {
      now.addAndGet(37_000_000);
      while (bucket.reserve(1) == 0) {
        used++;
      }
      used++;
    }
    assertEquals(6000, used, 10);
  }

  @Test
  void whatComesBackIsUsedByTheNext() {
    Bucket bucket = bucket(6000);
    bucket.reserve(10);
    bucket.giveBack(5);
    assertEquals(0, bucket.reserve(5));
    assertEquals(110_000_000, bucket.reserve(1));
  }

  @Test
  void useIsCountedNetOfWhatCameBack() {
    Bucket bucket = bucket(6000);
    bucket.reserve(10);
    bucket.giveBack(4);
    assertEquals(6, bucket.usedSince());
    assertEquals(0, bucket.usedSince());
  }
}
