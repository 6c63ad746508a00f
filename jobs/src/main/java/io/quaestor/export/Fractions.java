package io.quaestor.export;

import io.quaestor.export.Item.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What Moodle gives for an answer. */
final class Fractions {
  /** Moodle knows 100 / n to this many places, for n from 1 to 10. */
  private static final int PLACES = 5;

  private Fractions() {}

  /** Per cent of the mark, -100 to 100: the keys share it, and the others lose as much. */
  static String of(Item item, Option option) {
    int keys = item.keys().size();
    int alike = option.key() ? keys : item.options().size() - keys;
    BigDecimal share =
        BigDecimal.valueOf(100)
            .divide(BigDecimal.valueOf(alike), PLACES, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return (option.key() ? "" : "-") + share.toPlainString();
  }

  /** A typed answer in which an asterisk is one. */
  static String literal(String answer) {
    return answer.replace("*", "\\*");
  }
}
