package io.quaestor.udfs.candidate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact fraction in lowest terms, or undefined (denominator 0) once something was divided by
 * zero; whatever is computed from the undefined is undefined.
 *
 * @param denominator 0 or more
 */
record Rational(BigInteger numerator, BigInteger denominator) {
  static final Rational ZERO = of(0);
  static final Rational ONE = of(1);
  static final Rational UNDEFINED = new Rational(BigInteger.ZERO, BigInteger.ZERO);

  Rational {
    if (denominator.signum() == 0) {
      numerator = BigInteger.ZERO;
    } else {
      BigInteger factor = numerator.gcd(denominator);
      factor = denominator.signum() < 0 ? factor.negate() : factor;
      numerator = numerator.divide(factor);
      denominator = denominator.divide(factor);
    }
  }

  static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /** {@code part / whole}. */
  static Rational of(long part, long whole) {
    return new Rational(BigInteger.valueOf(part), BigInteger.valueOf(whole));
  }

  /** The value of the decimal digits. */
  static Rational of(BigDecimal decimal) {
    BigDecimal plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    return new Rational(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
  }

  boolean isDefined() {
    return denominator.signum() > 0;
  }

  Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Rational over(Rational other) {
    return times(new Rational(other.denominator, other.numerator));
  }

  /** The nearest double; NaN when undefined. */
  double toDouble() {
    return isDefined()
        ? new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
            .doubleValue()
        : Double.NaN;
  }
}
