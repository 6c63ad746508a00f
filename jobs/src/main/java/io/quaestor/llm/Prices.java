package io.quaestor.llm;

import io.quaestor.conf.ModelConf;
import io.quaestor.conf.PriceConf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** List prices of one model. Exact: nothing is rounded. */
public final class Prices {
  private static final int MILLION = 6;

  private final List<PriceConf> rows;

  private Prices(List<PriceConf> rows) {
    this.rows = rows;
  }

  public static Prices of(ModelConf model) {
    return new Prices(model.prices() == null ? List.of() : List.copyOf(model.prices()));
  }

  /**
   * US dollars for one live call.
   *
   * @param day the price list in force on it counts: the newest not after it, else the oldest there
   *     is; a model without prices costs nothing
   */
  public BigDecimal cost(Usage usage, LocalDate day) {
    PriceConf row = row(usage.prompt(), day);
    return row == null
        ? BigDecimal.ZERO
        : times(row.input(), usage.input())
            .add(times(row.output(), usage.output()))
            .add(times(orInput(row.cacheRead(), row), usage.cacheRead()))
            .add(times(orInput(row.cacheWrite(), row), usage.cacheWrite()));
  }

  private PriceConf row(long prompt, LocalDate day) {
    LocalDate list =
        rows.stream()
            .map(PriceConf::from)
            .filter(from -> !from.isAfter(day))
            .max(Comparator.naturalOrder())
            .or(() -> rows.stream().map(PriceConf::from).min(Comparator.naturalOrder()))
            .orElse(null);
    return rows.stream()
        .filter(row -> row.from().equals(list))
        .filter(row -> row.promptTokensAbove() == 0 || prompt > row.promptTokensAbove())
        .max(Comparator.comparingLong(PriceConf::promptTokensAbove))
        .orElse(null);
  }

  private static BigDecimal orInput(BigDecimal price, PriceConf row) {
    return price == null ? row.input() : price;
  }

  private static BigDecimal times(BigDecimal perMillion, long tokens) {
    return perMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION);
  }
}
