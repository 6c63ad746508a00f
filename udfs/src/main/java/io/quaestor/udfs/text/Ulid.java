package io.quaestor.udfs.text;

import java.util.random.RandomGenerator;

/**
 * Identifiers that sort by time: 48 bits of epoch milliseconds and 80 random bits as 26 characters
 * of Crockford's base 32 (github.com/ulid/spec). Not monotone within a millisecond.
 */
public final class Ulid {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final long LATEST = (1L << 48) - 1;
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;

  private Ulid() {}

  /**
   * One identifier; the same arguments give the same one.
   *
   * @param epochMillis milliseconds since 1970, 0 to 2^48 - 1
   * @throws IllegalArgumentException when the time is out of range
   */
  public static String of(long epochMillis, RandomGenerator random) {
    if (epochMillis < 0 || epochMillis > LATEST) {
      throw new IllegalArgumentException(
          "No ULID for epoch millisecond "
              + epochMillis
              + ": its time part has 48 bits; pass a value from 0 to "
              + LATEST);
    }
    StringBuilder ulid = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS);
    for (int shift = 5 * (TIME_DIGITS - 1); shift >= 0; shift -= 5) {
      ulid.append(DIGITS[(int) (epochMillis >>> shift) & 31]);
    }
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      ulid.append(DIGITS[random.nextInt(DIGITS.length)]);
    }
    return ulid.toString();
  }
}
