package io.quaestor.udfs.candidate;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Shares of a candidate's items, 0 to 1; over no items 1, as there is nothing to fault. */
final class Shares {
  private final List<CandidateItem> items;

  Shares(List<CandidateItem> items) {
    this.items = items;
  }

  Rational of(Predicate<CandidateItem> sound) {
    return share(items.stream().map(sound::test).toList());
  }

  /**
   * The mean of uniform length (1 or 0) and of the shares of items that are filled, of options
   * items without duplicates, and of arithmetic items that are right.
   */
  Rational consistency() {
    Rational distinct =
        share(
            items.stream()
                .filter(CandidateItem::hasOptionsMode)
                .map(item -> !item.hasDuplicateOptions())
                .toList());
    Rational right =
        share(
            items.stream()
                .map(CandidateItem::isArithmeticRight)
                .flatMap(Optional::stream)
                .toList());
    Rational uniform = isUniform() ? Rational.ONE : Rational.ZERO;
    return uniform
        .plus(of(CandidateItem::isFilled))
        .plus(distinct)
        .plus(right)
        .over(Rational.of(4));
  }

  /**
   * Whether the population coefficient of variation of text lengths in code points is below 0.8:
   * with n items of sum S and sum of squares Q, {@code n Q - S^2 < (4/5)^2 S^2}. Lengths that are
   * all 0 are uniform.
   */
  private boolean isUniform() {
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (CandidateItem item : items) {
      String text = Objects.requireNonNullElse(item.text(), "");
      BigInteger length = BigInteger.valueOf(text.codePointCount(0, text.length()));
      sum = sum.add(length);
      squares = squares.add(length.pow(2));
    }
    BigInteger spread = BigInteger.valueOf(25L * items.size()).multiply(squares);
    return sum.signum() == 0 || spread.compareTo(BigInteger.valueOf(41).multiply(sum.pow(2))) < 0;
  }

  private static Rational share(List<Boolean> sound) {
    return sound.isEmpty()
        ? Rational.ONE
        : Rational.of(sound.stream().filter(Boolean::booleanValue).count(), sound.size());
  }
}
