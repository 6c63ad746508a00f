package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.conf.LimitsConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestLocalLimits {
  private static final double MINUTE = 60e9;

  private final AtomicLong now = new AtomicLong();
  private final List<Long> waits = new ArrayList<>();

  private LocalLimits limits(Long requests, Long input, Long output) {
    return new LocalLimits(
        Map.of("a", new LimitsConf(requests, input, output)),
        now::get,
        nanos -> {
          waits.add(nanos);
          return Runnable::run;
        });
  }

  private static void acquire(LocalLimits limits, long input, int maxTokens) {
    assertTrue(limits.acquire("a", () -> input, maxTokens).toCompletableFuture().isDone());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 60, 61, 720, 1000, 1009, 6000, 6001, 50_021, 5_000_000})
  void everyLimitIsMetToTheThousandth(long perMinute) {
    Bucket bucket = new Bucket("b", perMinute, now::get);
    long units = Math.max(1, perMinute / 100);
    long wait = 0;
    for (int i = 0; i < 300; i++) {
      wait = bucket.reserve(units);
    }
    double expected = 300 * units * MINUTE / perMinute;
    assertTrue(wait >= expected - 1e7, "too early: " + wait + " for " + expected);
    assertTrue(wait <= expected * 1.0011 + 1e7, "too late: " + wait + " for " + expected);
  }

  @Test
  void manyUnitsAtOnceWaitAsLongAsOneByOne() {
    Bucket one = new Bucket("one", 1000, now::get);
    Bucket many = new Bucket("many", 1000, now::get);
    long wait = 0;
    for (int i = 0; i < 50; i++) {
      wait = one.reserve(1);
    }
    assertEquals(wait, many.reserve(50));
  }

  @Test
  void bucketStartsEmptyAndAnIdleMinuteIsNotSavedUp() {
    Bucket bucket = new Bucket("b", 6000, now::get);
    assertEquals(10_000_000, bucket.reserve(1));
    now.addAndGet((long) MINUTE);
    assertEquals(0, bucket.reserve(1));
    assertEquals(10_000_000, bucket.reserve(1));
  }

  @Test
  void whatWasReservedTooMuchIsUsedByTheNext() {
    LocalLimits limits = limits(null, 6_000L, null);
    acquire(limits, 1_000, 10);
    limits.settle(new Limits.Permit("a", 1_000, 0), new Usage(950, 5, 7_000, 0));
    acquire(limits, 50, 10);
    acquire(limits, 100, 10);
    assertEquals(List.of(10_000_000_000L, 11_000_000_000L), waits);
  }

  @Test
  void whatWasReservedTooLittleIsPaidByTheNext() {
    LocalLimits limits = limits(null, 6_000L, null);
    acquire(limits, 100, 10);
    limits.settle(new Limits.Permit("a", 100, 0), new Usage(150, 5, 0, 50));
    acquire(limits, 100, 10);
    assertEquals(List.of(1_000_000_000L, 3_000_000_000L), waits);
  }

  @Test
  void outputIsReservedAsItHasBeen() {
    LocalLimits limits = limits(null, null, 6_000L);
    acquire(limits, 0, 400);
    limits.settle(new Limits.Permit("a", 0, 100), new Usage(0, 100, 0, 0));
    acquire(limits, 0, 4_000);
    assertEquals(List.of(1_000_000_000L, 2_000_000_000L), waits);
  }

  @Test
  void theScarcestBudgetDecides() {
    LocalLimits limits = limits(6_000L, 60_000L, 600L);
    acquire(limits, 1_000, 40);
    acquire(limits, 1_000, 40);
    assertEquals(List.of(1_000_000_000L, 2_000_000_000L), waits);
  }

  @Test
  void noLimitNeverWaitsAndNeverEstimates() {
    LocalLimits limits = limits(null, null, null);
    limits.acquire(
        "a",
        () -> {
          throw new AssertionError("not needed");
        },
        10);
    assertEquals(List.of(), waits);
  }
}
