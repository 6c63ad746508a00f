package io.quaestor.udfs.flaws;

import io.quaestor.udfs.flaws.Item.Text;
import io.quaestor.udfs.text.EditDistance;
import java.util.List;

/**
 * Options that say nearly the same: equal but for articles, endings of inflection, or one letter in
 * long words. Opposites (increases, decreases) and neighbours (nitrate, nitrite) are far apart by
 * this, whatever share of their letters is common.
 */
final class Likeness {
  /** Words shorter than this differ in meaning with a letter. */
  private static final int LONG_WORD = 8;

  /** The letters before a slip of the pen or an ending; opposites differ in front. */
  private static final int SAME_START = 3;

  /** A shorter word may end in s without being a plural. */
  private static final int LEAST_PLURAL = 5;

  private static final int LEAST_WORDS = 2;

  /** Below this share of common words an option is about something else. */
  private static final double UNLIKE = 0.5;

  private Likeness() {}

  /**
   * Whether two options are nearly equal and another is unlike both. Where all are alike, as in a
   * question on spelling or agreement, likeness is what is asked about.
   */
  static boolean hasPairApart(List<Text> options) {
    List<List<String>> bare = options.stream().map(option -> bare(option.words())).toList();
    for (int i = 0; i < bare.size(); i++) {
      for (int j = i + 1; j < bare.size(); j++) {
        if (!options.get(i).plain().equals(options.get(j).plain())
            && nearlyEqual(bare.get(i), bare.get(j))
            && anotherIsUnlike(bare, i, j)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean nearlyEqual(List<String> a, List<String> b) {
    if (a.size() < LEAST_WORDS || a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!nearlyEqual(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean nearlyEqual(String a, String b) {
    if (stem(a).equals(stem(b))) {
      return true;
    }
    return Math.min(a.length(), b.length()) >= LONG_WORD
        && a.regionMatches(0, b, 0, SAME_START)
        && a.codePoints().noneMatch(Character::isDigit)
        && EditDistance.within(a, b, 1);
  }

  private static boolean anotherIsUnlike(List<List<String>> options, int i, int j) {
    for (int k = 0; k < options.size(); k++) {
      if (k != i
          && k != j
          && !options.get(k).isEmpty()
          && common(options.get(k), options.get(i)) < UNLIKE
          && common(options.get(k), options.get(j)) < UNLIKE) {
        return true;
      }
    }
    return false;
  }

  /** Share of the longer one's words that the other has too. */
  private static double common(List<String> a, List<String> b) {
    List<String> stems = b.stream().map(Likeness::stem).toList();
    long shared = a.stream().map(Likeness::stem).filter(stems::contains).count();
    return (double) shared / Math.max(a.size(), b.size());
  }

  private static List<String> bare(List<String> words) {
    return words.stream().filter(word -> !Lexicon.ARTICLES.contains(word)).toList();
  }

  /** Without a plural's ending. */
  private static String stem(String word) {
    boolean plural = word.length() >= LEAST_PLURAL && (word.endsWith("s") || word.endsWith("x"));
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
