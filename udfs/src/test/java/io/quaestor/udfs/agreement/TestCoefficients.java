package io.quaestor.udfs.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestCoefficients {

  @Test
  void agreementComesWithWilsonsInterval() {
    TwoByTwo table = new TwoByTwo(911, 76, 8, 44);
    assertEquals(Wilson.interval(955, 1039), Coefficients.agreementWithInterval(table));
    assertEquals(
        "no_pairs", Coefficients.agreementWithInterval(TwoByTwo.EMPTY).point().undefined());
  }

  @Test
  void byrt1993sIndicesSayWhatUnbalancesATable() {
    TwoByTwo table = new TwoByTwo(90, 5, 3, 2);
    assertEquals(-0.88, Coefficients.prevalenceIndex(table).value(), 1e-15);
    assertEquals(0.02, Coefficients.biasIndex(table).value(), 1e-15);
    assertEquals("no_pairs", Coefficients.biasIndex(TwoByTwo.EMPTY).undefined());
  }

  @Test
  void kappaIsUndefinedForAReason() {
    assertEquals("no_pairs", Coefficients.cohensKappa(TwoByTwo.EMPTY).point().undefined());
    for (TwoByTwo constant : new TwoByTwo[] {new TwoByTwo(9, 0, 0, 0), new TwoByTwo(0, 0, 0, 9)}) {
      Estimate kappa = Coefficients.cohensKappa(constant);
      assertEquals("no_variation", kappa.point().undefined());
      assertNull(kappa.standardError());
      assertNull(kappa.low());
    }
  }

  @Test
  void degenerateErrorsAreExactlyZero() {
    for (TwoByTwo table :
        new TwoByTwo[] {
          new TwoByTwo(50, 5, 0, 0), new TwoByTwo(60, 0, 0, 40), new TwoByTwo(0, 50, 50, 0)
        }) {
      assertEquals(0, Coefficients.cohensKappa(table).standardError());
    }
  }

  @Test
  void auditorsCanBeSwappedAndSoCanPassAndFail() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 1_000; i++) {
      TwoByTwo table = new TwoByTwo(count(random), count(random), count(random), count(random));
      TwoByTwo swapped =
          new TwoByTwo(table.bothPass(), table.bOnlyFail(), table.aOnlyFail(), table.bothFail());
      TwoByTwo turned =
          new TwoByTwo(table.bothFail(), table.aOnlyFail(), table.bOnlyFail(), table.bothPass());
      assertEquals(Coefficients.cohensKappa(table), Coefficients.cohensKappa(swapped));
      assertEquals(Coefficients.cohensKappa(table), Coefficients.cohensKappa(turned));
      assertEquals(Coefficients.agreementOnFail(table), Coefficients.agreementOnFail(swapped));
    }
  }

  @Test
  void scalingCountsKeepsKappaAndShrinksItsError() {
    Estimate small = Coefficients.cohensKappa(new TwoByTwo(911, 76, 8, 44));
    long factor = 10_000_000_000L;
    Estimate large =
        Coefficients.cohensKappa(new TwoByTwo(911 * factor, 76 * factor, 8 * factor, 44 * factor));
    assertEquals(small.point(), large.point());
    assertEquals(small.standardError() / Math.sqrt((double) factor), large.standardError(), 1e-18);
  }

  @Test
  void oneDisagreementInTenBillionIsNotLost() {
    Statistic agreement = Coefficients.percentAgreement(new TwoByTwo(9_999_999_999L, 1, 0, 0));
    assertEquals(1 - 1e-10, agreement.value(), 0);
    assertTrue(agreement.value() < 1);
  }

  @Test
  void thePublishedAuditHasItsPublishedAgreement() {
    assertEquals(0.912, published(44, 47), 5e-4);
    assertEquals(0.959, published(6, 37), 5e-4);
    assertEquals(0.919, published(76, 8), 5e-4);
    assertEquals(0.954, published(36, 12), 5e-4);
  }

  @Test
  void agreementOnFailLooksAtFailsOnly() {
    assertEquals(88.0 / 172, Coefficients.agreementOnFail(new TwoByTwo(911, 76, 8, 44)).value());
    assertEquals("no_fails", Coefficients.agreementOnFail(new TwoByTwo(5, 0, 0, 0)).undefined());
    assertEquals("no_pairs", Coefficients.agreementOnFail(TwoByTwo.EMPTY).undefined());
    assertEquals("no_pairs", Coefficients.percentAgreement(TwoByTwo.EMPTY).undefined());
  }

  @Test
  void aStatisticIsAValueOrAReason() {
    assertThrows(IllegalArgumentException.class, () -> new Statistic(null, null));
    assertThrows(IllegalArgumentException.class, () -> new Statistic(1.0, "no_pairs"));
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> Statistic.of(Double.NaN));
    assertEquals(
        "A statistic is a finite value or a reason, not value=NaN undefined=null;"
            + " use of or undefined",
        refused.getMessage());
  }

  private static double published(long aOnly, long bOnly) {
    return Coefficients.percentAgreement(new TwoByTwo(1039 - aOnly - bOnly, aOnly, bOnly, 0))
        .value();
  }

  private static long count(SplittableRandom random) {
    return random.nextInt(5) == 0 ? 0 : random.nextLong(10_000_000_000L);
  }
}
