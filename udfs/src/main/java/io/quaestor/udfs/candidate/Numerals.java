package io.quaestor.udfs.candidate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as they are written: {@code 12}, {@code 0,5}, {@code 0.5}, {@code 12 500} (groups of
 * three after a space), {@code 1 1/2} and, for a whole text, {@code 3/4}, with a sign before it.
 */
final class Numerals {
  private static final String DECIMAL =
      "(?:[0-9]{1,3}(?:[ \\u00A0\\u202F][0-9]{3})+(?![0-9])|[0-9]+)(?:[.,][0-9]+)?";
  private static final Pattern UNSIGNED =
      Pattern.compile(
          "(?<mixed>[0-9]+)[ \\u00A0\\u202F]+(?<part>[0-9]{1,2})[/\\u2044](?<whole>[0-9]+)"
              + "|(?<decimal>"
              + DECIMAL
              + ")");
  private static final Pattern FRACTION =
      Pattern.compile("(?<top>" + DECIMAL + ")\\s*[/\\u2044]\\s*(?<bottom>" + DECIMAL + ")");
  private static final int LONGEST = 200;

  private Numerals() {}

  /** The number that is all there is in the text; empty for any other text and null. */
  static Optional<Rational> parse(String text) {
    String given = text == null || text.length() > LONGEST ? "" : text.strip();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    boolean signed = isMinus(given.charAt(0));
    String digits = signed || given.charAt(0) == '+' ? given.substring(1).strip() : given;
    return parseUnsigned(digits).map(value -> signed ? value.negate() : value);
  }

  /** A matcher for a number without a sign; {@link #value} reads what it found. */
  static Matcher unsigned(String text) {
    return UNSIGNED.matcher(text);
  }

  static Rational value(Matcher number) {
    if (number.group("mixed") == null) {
      return decimal(number.group("decimal"));
    }
    return decimal(number.group("mixed"))
        .plus(decimal(number.group("part")).over(decimal(number.group("whole"))));
  }

  /** Whether it is a hyphen, an en dash or the minus sign. */
  static boolean isMinus(int character) {
    return character == '-' || character == '\u2013' || character == '\u2212';
  }

  private static Optional<Rational> parseUnsigned(String text) {
    Matcher number = unsigned(text);
    if (number.matches()) {
      return Optional.of(value(number));
    }
    Matcher fraction = FRACTION.matcher(text);
    return fraction.matches()
        ? Optional.of(decimal(fraction.group("top")).over(decimal(fraction.group("bottom"))))
        : Optional.empty();
  }

  private static Rational decimal(String digits) {
    String plain = digits.replaceAll("[ \\u00A0\\u202F]", "").replace(',', '.');
    return Rational.of(new BigDecimal(plain));
  }
}
