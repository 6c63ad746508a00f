package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.conf.ModelConf;
import io.quaestor.conf.PriceConf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestPrices {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  private static BigDecimal cost(Usage usage, LocalDate day, PriceConf... prices) {
    ModelConf model = new ModelConf("p", "m", null, 1, Fixtures.ALL, null, List.of(prices));
    return Prices.of(model).cost(usage, day).stripTrailingZeros();
  }

  private static BigDecimal usd(String text) {
    return new BigDecimal(text).stripTrailingZeros();
  }

  @Test
  void eachKindOfTokenHasItsPrice() {
    PriceConf row = Fixtures.price("2026-01-01", 0, "1", "5");
    assertEquals(usd("0.000001"), cost(new Usage(1, 0, 0, 0), TODAY, row));
    assertEquals(usd("0.000005"), cost(new Usage(0, 1, 0, 0), TODAY, row));
    assertEquals(usd("0.0000001"), cost(new Usage(0, 0, 1, 0), TODAY, row));
    assertEquals(usd("0.00000125"), cost(new Usage(0, 0, 0, 1), TODAY, row));
    assertEquals(usd("4.7"), cost(new Usage(3_000_000, 300_000, 2_000_000, 0), TODAY, row));
  }

  @Test
  void priceListInForceOnTheDayCounts() {
    PriceConf old = Fixtures.price("2026-01-01", 0, "1", "5");
    PriceConf now = Fixtures.price("2026-11-21", 0, "2", "5");
    PriceConf next = Fixtures.price("2026-11-22", 0, "3", "5");
    Usage million = new Usage(1_000_000, 0, 0, 0);
    assertEquals(usd("2"), cost(million, TODAY, next, old, now));
    assertEquals(usd("1"), cost(million, TODAY.minusDays(1), next, old, now));
    assertEquals(usd("1"), cost(million, LocalDate.parse("2020-01-01"), next, old, now));
  }

  @Test
  void longPromptsPayTheirBandForAllTokens() {
    PriceConf low = Fixtures.price("2026-10-07", 0, "0.10", "0.50");
    PriceConf high = Fixtures.price("2026-10-07", 100_000, "0.50", "2.50");
    assertEquals(usd("0.01"), cost(new Usage(100_000, 0, 0, 0), TODAY, high, low));
    assertEquals(usd("0.0500005"), cost(new Usage(100_001, 0, 0, 0), TODAY, high, low));
    assertEquals(usd("0.00750625"), cost(new Usage(1, 1_000, 99_990, 10), TODAY, high, low));
  }

  @Test
  void modelWithoutPricesCostsNothing() {
    assertEquals(usd("0"), cost(new Usage(1, 1, 1, 1), TODAY));
  }
}
