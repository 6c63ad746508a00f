package io.quaestor.sim;

import io.quaestor.udfs.candidate.Arithmetic;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sums that a question takes to be true, worked out. */
final class Sums {
  private static final String TERM = "[0-9][0-9 .,/()+×x*÷\u2212\u2013-]*";
  private static final Pattern EQUATION =
      Pattern.compile(
          "(?<left>" + TERM + "= ?(?:" + TERM + ")?)(?<![0-9.,/])(?<last>[0-9]+(?:[.,/][0-9]+)?)");
  private static final List<String> GAPS = List.of(Stem.BLANK, Stem.GAP, Text.fold(Stem.GAP));

  private Sums() {}

  /** Whether one of them is wrong once the key stands in its gap. */
  static boolean wrong(Item item) {
    if (item.answer().size() != 1 || item.type().equals("writing")) {
      return false;
    }
    String key = item.answer().get(0);
    if (item.type().equals("true_false")) {
      boolean claimed = Tongue.ALL.stream().anyMatch(t -> t.truth().get(0).equals(Text.lower(key)));
      return claimed && wrong(item.stem());
    }
    String filled = item.stem();
    for (String gap : GAPS) {
      filled = filled.replace(gap, key);
    }
    return wrong(filled);
  }

  private static boolean wrong(String text) {
    Matcher equation = EQUATION.matcher(text);
    while (equation.find()) {
      String asked = equation.group("left") + "[blank]";
      if (!Arithmetic.isRight(asked, equation.group("last")).orElse(true)) {
        return true;
      }
    }
    return false;
  }
}
