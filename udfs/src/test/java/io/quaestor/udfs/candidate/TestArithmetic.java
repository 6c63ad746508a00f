package io.quaestor.udfs.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quaestor.udfs.RandomText;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestArithmetic {
  private static final Optional<Boolean> RIGHT = Optional.of(true);
  private static final Optional<Boolean> WRONG = Optional.of(false);
  private static final Optional<Boolean> OTHER = Optional.empty();

  @Test
  void theAnswerHasToBeTheValue() {
    assertEquals(RIGHT, Arithmetic.isRight("7 + 5 = [blank]", "12"));
    assertEquals(WRONG, Arithmetic.isRight("7 + 5 = [blank]", "13"));
    assertEquals(RIGHT, Arithmetic.isRight("7+5=____", " 12,0 "));
    assertEquals(WRONG, Arithmetic.isRight("7 + 5 = [blank]", "twelve"));
    assertEquals(WRONG, Arithmetic.isRight("7 + 5 = [blank]", null));
    assertEquals(WRONG, Arithmetic.isRight("7 + 5 = [blank]", "7 + 5"));
  }

  @Test
  void signsAreReadInAllTheirForms() {
    assertEquals(RIGHT, Arithmetic.isRight("3 − 5 = [blank]", "−2"));
    assertEquals(RIGHT, Arithmetic.isRight("-3 – -5 = [blank]", "+2"));
    assertEquals(RIGHT, Arithmetic.isRight("2 x 3 × 4 * 5 = [blank]", "120"));
    assertEquals(RIGHT, Arithmetic.isRight("12 ÷ 4 / 3 = [blank]", "1"));
    assertEquals(RIGHT, Arithmetic.isRight("(2 + 3) × -4 = [blank]", "-20"));
  }

  @Test
  void numbersAreExact() {
    assertEquals(RIGHT, Arithmetic.isRight("0,1 + 0.2 = [blank]", "0,3"));
    assertEquals(WRONG, Arithmetic.isRight("0,1 + 0.2 = [blank]", "0.30000000000000004"));
    assertEquals(RIGHT, Arithmetic.isRight("1 ÷ 3 = [blank]", "2/6"));
    assertEquals(WRONG, Arithmetic.isRight("1 ÷ 3 = [blank]", "0.3333333333333333"));
    assertEquals(RIGHT, Arithmetic.isRight("1/2 ÷ 3/4 = [blank]", "2/3"));
    assertEquals(RIGHT, Arithmetic.isRight("3/4 + 3/4 = [blank]", "1 1/2"));
    assertEquals(RIGHT, Arithmetic.isRight("8/2/2 = [blank]", "2"));
    assertEquals(RIGHT, Arithmetic.isRight("12 500 + 1\u202F000 = [blank]", "13\u00A0500"));
  }

  @Test
  void multiplicationGoesBeforeAddition() {
    assertEquals(RIGHT, Arithmetic.isRight("2 + 3 × 4 = [blank]", "14"));
    assertEquals(RIGHT, Arithmetic.isRight("20 − 6 ÷ 2 − 1 = [blank]", "16"));
  }

  @Test
  void theBlankMayStandAnywhere() {
    assertEquals(RIGHT, Arithmetic.isRight("7 + [blank] = 12", "5"));
    assertEquals(WRONG, Arithmetic.isRight("[blank] × 4 = 12", "4"));
    assertEquals(RIGHT, Arithmetic.isRight("12 = 7 + [blank]", "5"));
    assertEquals(RIGHT, Arithmetic.isRight("7 + 5 = [blank] + 3", "9"));
  }

  @Test
  void divisionByZeroIsNeverRight() {
    assertEquals(WRONG, Arithmetic.isRight("6 ÷ 0 = [blank]", "0"));
    assertEquals(WRONG, Arithmetic.isRight("0/0 = [blank]", "0/0"));
    assertEquals(WRONG, Arithmetic.isRight("6 ÷ [blank] = 3", "0"));
    assertEquals(WRONG, Arithmetic.isRight("1 - 1/0 = [blank]", "1/0"));
  }

  @Test
  void anOpeningAndAFullStopMayStandAround() {
    assertEquals(RIGHT, Arithmetic.isRight("Calcule : 7 + 5 = [blank].", "12"));
    assertEquals(RIGHT, Arithmetic.isRight("Calcule\u00A0: 7 + 5 = [blank]\u00A0?", "12"));
    assertEquals(RIGHT, Arithmetic.isRight("Calcule 7 + 5 = [blank]", "12"));
    assertEquals(RIGHT, Arithmetic.isRight("Léa a 7 billes. 7 + 5 = [blank]", "12"));
  }

  @Test
  void whatCannotBeReadIsNotArithmetic() {
    assertEquals(OTHER, Arithmetic.isRight("La réponse est [blank].", "12"));
    assertEquals(OTHER, Arithmetic.isRight("Le double de 3 + 4 = [blank]", "14"));
    assertEquals(OTHER, Arithmetic.isRight("7 cm + 5 cm = [blank] cm", "12"));
    assertEquals(OTHER, Arithmetic.isRight("12 : 4 + 1 = [blank]", "4"));
    assertEquals(OTHER, Arithmetic.isRight("2 x - 3 = [blank]", "1"));
    assertEquals(OTHER, Arithmetic.isRight("x + 3 = [blank]", "1"));
    assertEquals(OTHER, Arithmetic.isRight("12 = [blank]", "douze"));
    assertEquals(OTHER, Arithmetic.isRight("1[blank] + 2 = 14", "2"));
    assertEquals(OTHER, Arithmetic.isRight("2² + 1 = [blank]", "5"));
    assertEquals(OTHER, Arithmetic.isRight("[blank] + [blank] = 4", "2"));
    assertEquals(OTHER, Arithmetic.isRight("_ + 1 = [blank]", "2"));
    assertEquals(OTHER, Arithmetic.isRight("1 + 2 = 3 = [blank]", "3"));
    assertEquals(OTHER, Arithmetic.isRight("(1 + 2 = [blank]", "3"));
    assertEquals(OTHER, Arithmetic.isRight(null, "3"));
  }

  @Test
  void randomRationalsAreCheckedExactly() {
    SplittableRandom random = new SplittableRandom(38);
    for (int i = 0; i < 5_000; i++) {
      BigInteger a = whole(random);
      BigInteger b = whole(random);
      BigInteger c = whole(random);
      BigInteger d = whole(random);
      String sum = "%s/%s + %s/%s = [blank]".formatted(a, b, c, d);
      BigInteger bottom = b.multiply(d);
      BigInteger top = a.multiply(d).add(c.multiply(b));
      assertEquals(RIGHT, Arithmetic.isRight(sum, top + "/" + bottom));
      assertEquals(WRONG, Arithmetic.isRight(sum, top.add(BigInteger.ONE) + "/" + bottom));
      String ratio = "%s/%s ÷ %s/%s = [blank]".formatted(a, b, c, d);
      assertEquals(RIGHT, Arithmetic.isRight(ratio, a.multiply(d) + "/" + b.multiply(c)));
      String difference = "[blank] - %s/%s = %s/%s".formatted(a, b, c, d);
      assertEquals(RIGHT, Arithmetic.isRight(difference, top + "/" + bottom));
      String product = "%s/%s × [blank] = %s/%s".formatted(a, b, c, d);
      assertEquals(RIGHT, Arithmetic.isRight(product, c.multiply(b) + "/" + a.multiply(d)));
    }
  }

  @Test
  void noTextMakesItThrow() {
    RandomText texts = new RandomText(new SplittableRandom(39));
    SplittableRandom random = new SplittableRandom(40);
    String signs = "0123456789 +-−x×*/÷()=.,_ ";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder sum = new StringBuilder();
      for (int c = random.nextInt(12); c > 0; c--) {
        sum.append(signs.charAt(random.nextInt(signs.length())));
      }
      sum.append(i % 2 == 0 ? "= [blank]" : "[blank]").append(i % 3 == 0 ? texts.next(4) : "");
      String answer = i % 5 == 0 ? texts.next(6) : sum.substring(0, random.nextInt(4));
      Arithmetic.isRight(sum.toString(), answer).ifPresent(right -> {});
      Arithmetic.isRight(texts.next(250), answer).ifPresent(right -> {});
    }
    assertEquals(OTHER, Arithmetic.isRight("(".repeat(1 << 20) + "1 + 1 = [blank]", "2"));
    assertEquals(WRONG, Arithmetic.isRight("1 + 1 = [blank]", "2".repeat(1 << 20)));
    assertEquals(OTHER, Arithmetic.isRight("a ".repeat(90) + "1 + 1 = [blank]", "2"));
    assertEquals(
        RIGHT, Arithmetic.isRight("(".repeat(80) + "2" + ")".repeat(80) + "x 1=[blank]", "2"));
  }

  private static BigInteger whole(SplittableRandom random) {
    return BigInteger.valueOf(random.nextLong(1, random.nextInt(4) == 0 ? Long.MAX_VALUE : 100));
  }
}
