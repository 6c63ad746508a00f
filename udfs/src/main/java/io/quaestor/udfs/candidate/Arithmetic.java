package io.quaestor.udfs.candidate;

import io.quaestor.udfs.structure.Blanks;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks sums such as {@code 7 + 5 = [blank]} by exact fractions. The blank may stand anywhere in
 * the equation. Operators are {@code +}, {@code - −}, {@code x × *} and {@code / ÷}; numbers are
 * whole, decimal (with a point or a comma, which never groups thousands) and fractions.
 */
public final class Arithmetic {
  /** One word, or words that end in a colon or as a sentence does. */
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:.*\\p{L}\\s*[:.!?]\\s+|\\s*\\p{L}{2,}\\s+)",
          Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern CLOSING =
      Pattern.compile("[\\s.!?;…]+$", Pattern.UNICODE_CHARACTER_CLASS);

  private static final int LONGEST = 200;

  private Arithmetic() {}

  /**
   * Whether the equation is true with {@code answer} in its blank; false too when the answer is no
   * number or a division by zero comes of it. Empty when the text is not arithmetic: it is no
   * equation with exactly one blank and at least one operation, other words than an opening stand
   * around it, or it is longer than 200 characters.
   */
  public static Optional<Boolean> isRight(String text, String answer) {
    if (text == null || text.length() > LONGEST || Blanks.count(text) != 1) {
      return Optional.empty();
    }
    String marked = Blanks.fill(text, String.valueOf(Equation.BLANK));
    if (marked.indexOf(Equation.BLANK) != marked.lastIndexOf(Equation.BLANK)) {
      return Optional.empty();
    }
    String opened = OPENING.matcher(marked).replaceFirst("");
    String equation = CLOSING.matcher(opened).replaceFirst("");
    return Equation.holds(equation, Numerals.parse(answer).orElse(Rational.UNDEFINED));
  }

  /** Whether both are numbers, fractions included, and the same one; false for anything else. */
  public static boolean sameValue(String a, String b) {
    Rational value = Numerals.parse(a).orElse(Rational.UNDEFINED);
    return value.isDefined() && Numerals.parse(b).filter(value::equals).isPresent();
  }
}
