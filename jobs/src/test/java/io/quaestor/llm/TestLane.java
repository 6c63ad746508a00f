package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.conf.LimitsConf;
import io.quaestor.llm.Limits.Ending;
import io.quaestor.llm.Limits.Permit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TestLane {
  private static final long SECOND = 1_000_000_000L;
  private static final Usage ANSWER = new Usage(100, 10, 0, 0);

  private record Alarm(long at, Runnable work) {}

  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::at));
  private final List<Permit> granted = new ArrayList<>();
  private long now;

  private Lane lane(Long requests, Long input, Long output, int window) {
    LimitsConf limits = new LimitsConf(requests, input, output, null, Duration.ofMillis(10));
    return new Lane("a", limits, window, () -> now, nanos -> work -> alarms.add(at(nanos, work)));
  }

  private Alarm at(long nanos, Runnable work) {
    return new Alarm(now + nanos, work);
  }

  private void until(long time) {
    while (!alarms.isEmpty() && alarms.peek().at() <= time) {
      Alarm alarm = alarms.poll();
      now = Math.max(now, alarm.at());
      alarm.work().run();
    }
    now = time;
  }

  private void acquire(Lane lane, int calls) {
    for (int i = 0; i < calls; i++) {
      lane.acquire(new Limits.Size(300, () -> 100, 1_000)).thenAccept(granted::add);
    }
  }

  private static void grant(Lane lane, double share) {
    lane.granted(share, Long.MAX_VALUE, Duration.ZERO);
  }

  @Test
  void nothingGoesBeforeAShareIsGranted() {
    Lane lane = lane(null, null, null, 8);
    acquire(lane, 3);
    until(10 * SECOND);
    assertEquals(0, granted.size());
    grant(lane, 1);
    assertEquals(3, granted.size());
  }

  @Test
  void aShareThatEndedLetsNothingMoreGo() {
    Lane lane = lane(6_000L, null, null, 1_000);
    lane.granted(1, SECOND, Duration.ZERO);
    acquire(lane, 1_000);
    settleAll(lane, 2 * SECOND);
    assertTrue(granted.size() >= 98 && granted.size() <= 127, granted.size() + " granted");
    int before = granted.size();
    settleAll(lane, 5 * SECOND);
    assertEquals(before, granted.size());
  }

  @Test
  void requestsGoAtTheShareOfTheRate() {
    Lane lane = lane(6_000L, null, null, 1_000);
    grant(lane, 0.25);
    acquire(lane, 1_000);
    settleAll(lane, 4 * SECOND);
    assertEquals(100, granted.size(), 2);
  }

  @Test
  void aSmallerShareHoldsWithinAQuarterSecond() {
    Lane lane = lane(6_000L, null, null, 1_000);
    grant(lane, 1);
    acquire(lane, 1_000);
    settleAll(lane, SECOND);
    int before = granted.size();
    grant(lane, 0.1);
    settleAll(lane, 2 * SECOND);
    assertTrue(granted.size() - before <= 26 + 8, granted.size() - before + " more");
  }

  @Test
  void tokensThatWereNotUsedComeBack() {
    Lane lane = lane(null, null, 6_000L, 100);
    grant(lane, 1);
    acquire(lane, 60);
    until(10 * SECOND);
    int guessed = granted.size();
    assertTrue(guessed <= 5, guessed + " at a guess of a quarter of the most");
    settleAll(lane, 20 * SECOND);
    assertEquals(60, granted.size());
  }

  @Test
  void aClosedGateLetsNothingGoUntilItOpens() {
    Lane lane = lane(null, null, null, 8);
    grant(lane, 1);
    lane.close(Duration.ofSeconds(3));
    assertEquals(3_000, lane.need(1).closedMs());
    acquire(lane, 2);
    until(3 * SECOND - 1);
    assertEquals(0, granted.size());
    until(3 * SECOND);
    assertEquals(2, granted.size());
  }

  @Test
  void roomInFlightIsGivenBackByEndings() {
    Lane lane = lane(null, null, null, 2);
    grant(lane, 1);
    acquire(lane, 5);
    assertEquals(2, granted.size());
    lane.settle(granted.get(0), new Ending(ANSWER, false));
    assertEquals(3, granted.size());
  }

  @Test
  void overloadHalvesTheRoom() {
    Lane lane = lane(null, null, null, 8);
    grant(lane, 1);
    acquire(lane, 20);
    assertEquals(8, granted.size());
    now += SECOND;
    for (Permit permit : List.copyOf(granted)) {
      lane.settle(permit, new Ending(Usage.NONE, true));
    }
    assertEquals(8 + 4, granted.size());
  }

  @Test
  void whatWaitsIsTurnedAwayByAStop() {
    Lane lane = lane(1L, null, null, 8);
    grant(lane, 1);
    CompletableFuture<Permit> waiting =
        lane.acquire(new Limits.Size(3, () -> 1, 1)).toCompletableFuture();
    assertFalse(waiting.isDone());
    lane.stop();
    assertTrue(waiting.isCompletedExceptionally());
    assertTrue(
        lane.acquire(new Limits.Size(3, () -> 1, 1))
            .toCompletableFuture()
            .isCompletedExceptionally());
  }

  @Test
  void inputIsReservedAsTheProviderHasCountedIt() {
    Lane lane = lane(null, 6_000L, null, 8);
    grant(lane, 1);
    acquire(lane, 1);
    until(2 * SECOND);
    lane.settle(granted.get(0), new Ending(new Usage(60, 10, 0, 0), false));
    acquire(lane, 1);
    until(4 * SECOND);
    assertEquals(100, granted.get(0).inputTokens());
    assertEquals(60, granted.get(1).inputTokens());
  }

  @Test
  void noInputLimitNeverEstimates() {
    Lane lane = lane(6_000L, null, 100L, 8);
    CompletionStage<Permit> waiting =
        lane.acquire(
            new Limits.Size(
                1,
                () -> {
                  throw new AssertionError("not needed");
                },
                10));
    assertFalse(waiting.toCompletableFuture().isDone());
    assertEquals("requests per minute of a", lane.waitingFor());
  }

  /** Every call ends at once, in steps of 10 ms. */
  private void settleAll(Lane lane, long time) {
    while (now < time) {
      until(Math.min(time, now + 10_000_000));
      for (Permit permit : List.copyOf(granted)) {
        if (open.add(permit)) {
          lane.settle(permit, new Ending(ANSWER, false));
        }
      }
    }
  }

  private final java.util.Set<Permit> open =
      java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
}
