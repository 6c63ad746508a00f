package io.quaestor.lease;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** US dollars as whole millionths of a millionth, to be counted quickly; up to nine million. */
public final class Pico {
  private static final int DIGITS = 12;

  private Pico() {}

  /** Rounded up. */
  public static long of(BigDecimal usd) {
    return usd.movePointRight(DIGITS).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  public static BigDecimal usd(long pico) {
    return BigDecimal.valueOf(pico, DIGITS);
  }
}
