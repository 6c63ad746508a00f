package io.quaestor.udfs;

import java.util.List;
import java.util.random.RandomGenerator;

/** Text that no one would write: any code point, unpaired surrogates, and runs of awkward ones. */
public final class RandomText {
  private static final String AWKWARD =
      " \t\u00A0\u202F\u200B\u00AD_-.,;!?'\"[](){}«»’“”…—aAéÉßſıİσςﬁ0９½\u0301\u0323\u094D\u1161\u11A8"
          + "\u3131\u314F\uFF76\uFF9E\uFDFA\u00B4\u00A8\u2057\u0345\uD83D\uDE00[blank]";

  private final RandomGenerator random;

  public RandomText(RandomGenerator random) {
    this.random = random;
  }

  public String next(int maxLength) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(maxLength + 1);
    while (text.length() < length) {
      switch (random.nextInt(4)) {
        case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        default -> text.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
      }
    }
    return text.toString();
  }

  /** One of {@code known}, random text, or null. */
  public String nextOrKnown(List<String> known, int maxLength) {
    int draw = random.nextInt(10);
    return draw == 0 ? null : draw < 6 ? known.get(random.nextInt(known.size())) : next(maxLength);
  }
}
