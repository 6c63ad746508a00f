package io.quaestor.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.lease.Report.Counts;
import io.quaestor.lease.Report.Money;
import io.quaestor.lease.Report.Need;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestCoordinator {
  private static final Need STARVED = new Need(1, true, 0);
  private static final Need IDLE = new Need(0, false, 0);
  private static final Money NO_MONEY = new Money(0, 0, 0, 0, 0, false);
  private static final Counts NO_CALLS = new Counts(0, 0, 0, null);

  private long now;
  private final Coordinator driver = new Coordinator(() -> now);

  private Grant report(String member, Need need) {
    return report(member, need, NO_MONEY, false);
  }

  private Grant report(String member, Need need, Money money, boolean leaving) {
    return driver.report(
        new Report("run", member, "exec-" + member, Map.of("c", need), money, NO_CALLS, leaving));
  }

  private double share(String member, Need need) {
    return report(member, need).shares().get("c");
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void oneAloneHasItAll() {
    assertEquals(1, share("a", IDLE), 1e-9);
  }

  @Test
  void theSecondGetsItsPartOnlyAfterTheFirstKnows() {
    assertEquals(1, share("a", STARVED), 1e-9);
    assertEquals(0, share("b", STARVED), 1e-9);
    assertEquals(0.5, share("a", STARVED), 1e-9);
    assertEquals(0, share("b", STARVED), 1e-9);
    assertEquals(0.5, share("a", STARVED), 1e-9);
    assertEquals(0.5, share("b", STARVED), 1e-9);
  }

  @Test
  void whoNeedsLittleLeavesTheRestToTheOther() {
    for (int i = 0; i < 4; i++) {
      share("a", IDLE);
      share("b", STARVED);
    }
    assertEquals(0.98, share("b", STARVED), 0.001);
  }

  @Test
  void aDeadOnesShareIsBackAfterItsLeaseEnds() {
    for (int i = 0; i < 3; i++) {
      share("a", STARVED);
      share("b", STARVED);
    }
    pass(Duration.ofSeconds(1));
    assertEquals(0.5, share("b", STARVED), 1e-9);
    pass(Duration.ofMillis(1_600));
    assertEquals(1, share("b", STARVED), 1e-9);
  }

  @Test
  void aLostExecutorsShareIsBackAtOnce() {
    driver.begin(new Coordinator.Work("run", "w", 1, null));
    for (int i = 0; i < 3; i++) {
      share("a", STARVED);
      share("b", STARVED);
    }
    driver.lost("exec-a");
    assertEquals(1, share("b", STARVED), 1e-9);
  }

  @Test
  void whatIsHeldNeverSumsToMoreThanTheWhole() {
    Random dice = new Random(11);
    Map<String, Double> held = new HashMap<>();
    Map<String, Long> until = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      pass(Duration.ofMillis(dice.nextInt(400)));
      String member = "m" + dice.nextInt(5);
      Need need = new Need(dice.nextDouble(), dice.nextBoolean(), 0);
      held.put(member, share(member, need));
      until.put(member, now + Coordinator.VALID.toNanos());
      double sum = 0;
      for (Map.Entry<String, Double> entry : held.entrySet()) {
        sum += until.get(entry.getKey()) >= now ? entry.getValue() : 0;
      }
      assertTrue(sum <= 1 + 1e-9, "held " + sum);
    }
  }

  @Test
  void aGateClosedByOneIsClosedForAll() {
    report("a", new Need(0, false, 3_000));
    pass(Duration.ofSeconds(1));
    assertEquals(2_001, report("b", IDLE).closedMs().get("c"));
    pass(Duration.ofSeconds(2));
    assertTrue(report("b", IDLE).closedMs().isEmpty());
  }

  @Test
  void moneyIsNeverGrantedTwice() {
    driver.begin(new Coordinator.Work("run", "w", 1, new BigDecimal("0.000000001000")));
    assertEquals(700, money("a", 700, 100, 0, true).money());
    Grant rest = money("b", 700, 100, 0, true);
    assertEquals(300, rest.money());
    Grant none = money("b", 700, 100, 0, true);
    assertEquals(0, none.money());
    assertFalse(none.moneyGone());
  }

  @Test
  void moneyIsGoneWhenNobodyCanBringAnyBack() {
    driver.begin(new Coordinator.Work("run", "w", 1, new BigDecimal("0.000000001000")));
    assertEquals(950, money("a", 950, 100, 0, false).money());
    assertTrue(money("a", 100, 100, 0, true).money() == 0);
    assertFalse(money("b", 100, 100, 0, false).moneyGone());
    assertTrue(money("a", 100, 100, 0, false).moneyGone());
    assertEquals(100, money("a", 100, 100, 60, false).money());
  }

  private Grant money(String member, long wanted, long needed, long returned, boolean inFlight) {
    return report(member, IDLE, new Money(0, 0, returned, wanted, needed, inFlight), false);
  }

  @Test
  void onlyOneAttemptAtATimeAndTheNextIsToldThatItWasBegun() {
    Claim first = new Claim("run", "7.0", 1, "x");
    Claim second = new Claim("run", "7.0", 2, "y");
    assertEquals(Claim.Answer.FRESH, driver.claim(first));
    assertEquals(Claim.Answer.WAIT, driver.claim(second));
    driver.release(first);
    assertEquals(Claim.Answer.BEGUN, driver.claim(second));
    assertEquals(Claim.Answer.WAIT, driver.claim(first));
    driver.lost("y");
    assertEquals(Claim.Answer.BEGUN, driver.claim(first));
  }

  @Test
  void progressCountsFromTheStartOfTheStage() {
    driver.begin(new Coordinator.Work("run", "one", 10, null));
    count("a", 4, 1);
    assertEquals(5, driver.state().done());
    driver.begin(new Coordinator.Work("run", "two", 10, null));
    count("a", 6, 1);
    count("b", 2, 0);
    assertEquals(4, driver.state().done());
    assertEquals(0, driver.state().failed());
    assertEquals("two", driver.state().what());
  }

  private void count(String member, long answered, long failed) {
    Counts counts = new Counts(answered, failed, 1, null);
    driver.report(new Report("run", member, "x", Map.of(), NO_MONEY, counts, false));
  }
}
