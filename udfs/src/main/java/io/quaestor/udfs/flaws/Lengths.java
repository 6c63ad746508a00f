package io.quaestor.udfs.flaws;

import io.quaestor.udfs.flaws.Item.Text;
import java.util.List;

/** Lengths of options, in code points without outer punctuation. */
final class Lengths {
  /** A key this many times as long as any distractor is seen at a glance. */
  private static final double CONSPICUOUS = 1.5;

  /** And longer by this much: between single words a few letters do not show. */
  private static final int CONSPICUOUS_BY = 12;

  /** A distractor this many times shorter than the median option is no rival. */
  private static final int SHORTER = 4;

  /** Below this median even the shortest word is a fair rival. */
  private static final int LONG_OPTIONS = 20;

  private Lengths() {}

  static boolean isKeyLongest(Item item) {
    if (item.keys().isEmpty() || item.distractors().size() < 2) {
      return false;
    }
    int key = item.keyTexts().stream().mapToInt(Text::length).min().orElseThrow();
    int others = item.distractors().stream().mapToInt(Text::length).max().orElseThrow();
    return key >= CONSPICUOUS * others && key - others >= CONSPICUOUS_BY;
  }

  static boolean hasShortDistractor(Item item) {
    double median = median(item.options());
    return !item.keys().isEmpty()
        && median >= LONG_OPTIONS
        && item.distractors().stream()
            .anyMatch(d -> d.length() > 0 && d.length() * SHORTER <= median && !isSymbol(d));
  }

  private static double median(List<Text> options) {
    int[] lengths = options.stream().mapToInt(Text::length).sorted().toArray();
    int half = lengths.length / 2;
    return lengths.length == 0
        ? 0
        : lengths.length % 2 == 1 ? lengths[half] : (lengths[half - 1] + lengths[half]) / 2.0;
  }

  /** Acronyms, formulas and numbers say much in few characters. */
  private static boolean isSymbol(Text text) {
    return text.raw().codePoints().noneMatch(Character::isLowerCase)
        || text.raw().codePoints().anyMatch(Character::isDigit);
  }
}
