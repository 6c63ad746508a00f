package io.quaestor.sim;

import java.util.Locale;

/**
 * A word or number where it stands in a sentence: {@code start} included, {@code end} excluded.
 *
 * @param noun whether an article stands in front
 */
record Word(String text, int start, int end, Kind kind, boolean noun, Sentence sentence) {

  /** What can stand for what: a name for a name, a number for a number. */
  enum Kind {
    NUMBER,
    NAME,
    COMMON
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** A rough word class, from the ending. */
  String ending() {
    String lower = lower();
    for (String ending :
        new String[] {
          "tions", "tion", "ments", "ment", "ings", "ing", "aient", "ait", "ées", "ée", "és", "é",
          "ed", "ly", "eurs", "eur", "ques", "que", "er", "ir", "ent", "es", "s", "x", "e"
        }) {
      if (lower.endsWith(ending)) {
        return ending;
      }
    }
    return "";
  }

  /** Whether one could be taken for a form of the other. */
  boolean resembles(Word other) {
    String a = lower();
    String b = other.lower();
    int shared = 0;
    while (shared < Math.min(a.length(), b.length()) && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return kind != Kind.NUMBER && shared >= Math.min(4, Math.min(a.length(), b.length()));
  }
}
