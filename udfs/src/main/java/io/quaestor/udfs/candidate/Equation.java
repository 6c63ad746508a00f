package io.quaestor.udfs.candidate;

import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Reads {@code sum = sum}, one side of which holds {@link #BLANK}, with a value in the blank. The
 * usual precedence holds, and a {@code /} without white space around it binds tighter still: {@code
 * 1/2 ÷ 3/4} is one half over three quarters. A minus sign stands against its number.
 */
final class Equation {
  /** Stands for the blank. */
  static final char BLANK = '_';

  private final String text;
  private final Rational blank;
  private final Matcher number;
  private int at;
  private boolean readable = true;
  private boolean operates;

  private Equation(String text, Rational blank) {
    this.text = text;
    this.blank = blank;
    this.number = Numerals.unsigned(text);
  }

  /**
   * Whether both sides are equal and defined; empty when the text is no equation or has no
   * operation in it, which does not depend on the value.
   */
  static Optional<Boolean> holds(String text, Rational blank) {
    Equation equation = new Equation(text, blank);
    Rational left = equation.sum();
    equation.readable &= equation.takes('=');
    Rational right = equation.sum();
    equation.skipSpace();
    boolean whole = equation.at == text.length();
    return whole && equation.readable && equation.operates
        ? Optional.of(left.isDefined() && left.equals(right))
        : Optional.empty();
  }

  private Rational sum() {
    Rational sum = product();
    while (true) {
      if (takes('+')) {
        sum = sum.plus(product());
      } else if (Numerals.isMinus(peek())) {
        at++;
        sum = sum.plus(product().negate());
      } else {
        return sum;
      }
      operates = true;
    }
  }

  private Rational product() {
    Rational product = fraction();
    while (true) {
      if (takes('x', 'X', '×', '*')) {
        product = product.times(fraction());
      } else if (takes('÷', '/')) {
        product = product.over(fraction());
      } else {
        return product;
      }
      operates = true;
    }
  }

  private Rational fraction() {
    Rational fraction = signed();
    while (isTightSlash()) {
      at++;
      fraction = fraction.over(signed());
      operates = true;
    }
    return fraction;
  }

  private boolean isTightSlash() {
    boolean slash = at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '\u2044');
    return slash && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
  }

  private Rational signed() {
    if (!Numerals.isMinus(peek())) {
      return value();
    }
    at++;
    readable &= at < text.length() && !isSpace(text.charAt(at));
    return value().negate();
  }

  private Rational value() {
    if (takes('(')) {
      Rational inside = sum();
      readable &= takes(')');
      return inside;
    }
    if (takes(BLANK)) {
      return blank;
    }
    if (number.region(at, text.length()).lookingAt()) {
      at = number.end();
      return Numerals.value(number);
    }
    readable = false;
    return Rational.UNDEFINED;
  }

  private boolean takes(char... wanted) {
    int next = peek();
    for (char character : wanted) {
      if (next == character) {
        at++;
        return true;
      }
    }
    return false;
  }

  /** The next character that is not white space, -1 at the end. */
  private int peek() {
    skipSpace();
    return at < text.length() ? text.charAt(at) : -1;
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
