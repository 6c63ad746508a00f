package io.quaestor.sim;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts made comparable. */
final class Text {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private Text() {}

  /** NFKC, white space collapsed and trimmed; null is empty. */
  static String fold(String text) {
    if (text == null) {
      return "";
    }
    String normal =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return tidy(normal) ? normal : SPACE.matcher(normal).replaceAll(" ").strip();
  }

  private static boolean tidy(String text) {
    char last = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' ? last == ' ' : Character.isWhitespace(c)) {
        return false;
      }
      last = c;
    }
    return last != ' ' || text.isEmpty();
  }

  static String lower(String text) {
    return fold(text).toLowerCase(Locale.ROOT);
  }

  /** Words between spaces; what holds neither letter nor digit is none. */
  static int count(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\u00a0' || c == '\u202f') {
        inside = false;
      } else if (!inside && Character.isLetterOrDigit(c)) {
        inside = true;
        words++;
      }
    }
    return words;
  }

  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static String uncapitalised(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
