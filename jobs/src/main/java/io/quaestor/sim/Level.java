package io.quaestor.sim;

import java.util.List;

/**
 * What a question demands, measured: how long its sentence is, and how long the word asked for. A
 * judge that sees only question and passage measures the same.
 */
final class Level {
  static final List<String> ALL = List.of("beginner", "intermediate", "advanced");
  private static final int SHORT_SENTENCE = 9;
  private static final int LONG_SENTENCE = 16;
  private static final int SHORT_WORD = 5;
  private static final int LONG_WORD = 8;

  private Level() {}

  static String of(String type, String sentence, List<String> asked) {
    int length = bucket(Text.count(sentence), SHORT_SENTENCE, LONG_SENTENCE);
    if (type.equals("true_false")) {
      return ALL.get(length);
    }
    int word =
        bucket(asked.stream().mapToInt(Level::weight).max().orElse(0), SHORT_WORD, LONG_WORD);
    return ALL.get(Math.max(0, Math.min(2, length + word - 1)));
  }

  static String other(String level, Dice dice) {
    return dice.pick(ALL.stream().filter(l -> !l.equals(level)).toList());
  }

  /** A digit weighs as much as two letters. */
  private static int weight(String word) {
    return Character.isDigit(word.charAt(0)) ? 2 * word.length() : word.length();
  }

  private static int bucket(int value, int low, int high) {
    return value <= low ? 0 : value <= high ? 1 : 2;
  }
}
