package io.quaestor.corpus;

import java.util.Locale;
import java.util.Set;

/** Full stops that end no sentence. */
final class Abbreviations {
  /** Always followed by what they belong to. */
  private static final Set<String> OPEN =
      Set.of(
          "m", "mm", "mme", "mlle", "mgr", "dr", "pr", "prof", "st", "ste", "mr", "mrs", "ms", "ex",
          "cf", "av", "apr", "env", "éd", "coll", "vs", "e.g", "i.e", "approx", "al", "tél");

  /** Belong to the number after them. */
  private static final Set<String> NUMBERED =
      Set.of("p", "pp", "n", "no", "nos", "fig", "art", "chap", "ch", "vol", "t", "sect", "l");

  /** Words that begin a sentence even after a single letter: "la vitamine C. Elle ...". */
  private static final Set<String> STARTERS =
      Set.of(
          "il", "elle", "ils", "elles", "on", "le", "la", "les", "un", "une", "ce", "cette", "ces",
          "nous", "vous", "je", "tu", "en", "dans", "pour", "mais", "the", "it", "this", "these",
          "he", "she", "they", "we", "in", "but", "for");

  private Abbreviations() {}

  /**
   * Whether the full stop belongs to an abbreviation.
   *
   * @param start where the sentence began
   * @param at the full stop
   * @param next first character after it and the white space
   */
  static boolean endsAt(String text, int start, int at, int next) {
    int from = at;
    while (from > start && isPart(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, at);
    if (word.isEmpty()) {
      return false;
    }
    boolean listNumber = text.substring(start, from).isBlank() && word.length() <= 3;
    if (listNumber && word.chars().allMatch(Character::isDigit)) {
      return true;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    if (NUMBERED.contains(lower) && Character.isDigit(text.charAt(next))) {
      return true;
    }
    if (initial || lower.equals("j.-c")) {
      return !STARTERS.contains(wordAt(text, next));
    }
    return (word.length() > 1 && OPEN.contains(lower)) || text.startsWith("ex.", next);
  }

  private static boolean isPart(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '.' || letter == '-';
  }

  private static String wordAt(String text, int from) {
    int to = from;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }
}
