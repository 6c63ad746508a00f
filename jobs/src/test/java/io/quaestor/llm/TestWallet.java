package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.lease.Report.Money;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TestWallet {
  private int asked;
  private final Wallet wallet = new Wallet(true, () -> asked++);

  private CompletableFuture<Void> take(long amount) {
    return wallet.take(amount).toCompletableFuture();
  }

  @Test
  void withoutABudgetEveryCallIsPaidAndCounted() {
    Wallet open = new Wallet(false, () -> asked++);
    assertTrue(open.take(Long.MAX_VALUE).toCompletableFuture().isDone());
    open.settle(0, 70);
    assertEquals(new Money(70, 0, 0, 0, 0, false), open.report(false));
    assertEquals(0, asked);
  }

  @Test
  void aCallWaitsForMoneyAndAsksForIt() {
    CompletableFuture<Void> first = take(100);
    CompletableFuture<Void> second = take(50);
    assertEquals(2, asked);
    assertEquals(new Money(0, 0, 0, 150, 100, false), wallet.report(false));
    wallet.granted(100);
    assertTrue(first.isDone());
    assertFalse(second.isDone());
    assertEquals(new Money(0, 0, 0, 50, 50, true), wallet.report(false));
  }

  @Test
  void whatACallDidNotCostPaysForTheNext() {
    CompletableFuture<Void> first = take(100);
    wallet.granted(100);
    assertTrue(first.isDone());
    CompletableFuture<Void> second = take(60);
    wallet.settle(100, 30);
    assertTrue(second.isDone());
    assertEquals(new Money(30, 10, 0, 0, 0, true), wallet.report(false));
  }

  @Test
  void moneyTooLittleForTheNextGoesBack() {
    CompletableFuture<Void> waiting = take(100);
    wallet.granted(40);
    assertEquals(new Money(0, 0, 40, 100, 100, false), wallet.report(false));
    assertFalse(waiting.isDone());
  }

  @Test
  void whoHasNoUseForItGivesItBack() {
    wallet.granted(40);
    assertEquals(new Money(0, 0, 40, 0, 0, false), wallet.report(true));
    assertEquals(new Money(0, 0, 0, 0, 0, false), wallet.report(true));
  }

  @Test
  void aStopTurnsAwayWhatWaits() {
    CompletableFuture<Void> waiting = take(100);
    wallet.stop();
    assertTrue(waiting.isCompletedExceptionally());
    assertTrue(take(1).isCompletedExceptionally());
  }
}
