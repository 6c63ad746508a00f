package io.quaestor.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells French and English apart by their commonest words. */
final class Language {
  private static final int ENOUGH_HITS = 5;
  private static final double ENOUGH_SHARE = 0.12;
  private static final double CLEAR_LEAD = 2;

  /** Reading more than this tells nothing new. */
  private static final int SAMPLE_CHARACTERS = 20_000;

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Map<String, Set<String>> COMMON_WORDS =
      Map.of(
          "fr",
          Set.of(
              "le", "la", "les", "un", "une", "des", "du", "de", "et", "est", "sont", "dans",
              "pour", "que", "qui", "avec", "sur", "pas", "ne", "ce", "cette", "il", "elle", "ils",
              "nous", "vous", "au", "aux", "par", "se", "plus", "ou", "on", "à", "d", "l", "en"),
          "en",
          Set.of(
              "the", "of", "and", "to", "is", "are", "that", "it", "for", "with", "as", "was", "on",
              "by", "this", "be", "or", "from", "at", "an", "which", "not", "have", "has", "its",
              "you", "can", "in", "a"));

  private Language() {}

  /** {@code fr}, {@code en}, or null when neither is clear. */
  static String of(String text) {
    int french = 0;
    int english = 0;
    int words = 0;
    Matcher word = WORD.matcher(text);
    word.region(0, Math.min(text.length(), SAMPLE_CHARACTERS));
    while (word.find()) {
      String lower = word.group().toLowerCase(Locale.ROOT);
      words++;
      french += COMMON_WORDS.get("fr").contains(lower) ? 1 : 0;
      english += COMMON_WORDS.get("en").contains(lower) ? 1 : 0;
    }
    if (isClear(french, english, words)) {
      return "fr";
    }
    return isClear(english, french, words) ? "en" : null;
  }

  private static boolean isClear(int hits, int others, int words) {
    return hits >= ENOUGH_HITS && hits >= ENOUGH_SHARE * words && hits >= CLEAR_LEAD * others;
  }
}
