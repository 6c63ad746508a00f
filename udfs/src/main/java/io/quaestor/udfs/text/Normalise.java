package io.quaestor.udfs.text;

/**
 * The one notion of "the same text" that options, keys, variations and quotes are compared by.
 *
 * <p>Compatibility forms are composed (Unicode NFKC) and case is folded without regard to locale
 * ({@code ß} = {@code ss}, {@code ı} = {@code i}); accents stay. Typographic apostrophes, quotes
 * (guillemets too) and dashes become {@code ' " -}; soft hyphens, zero-width and direction
 * characters and variation selectors are dropped. Any run of white space, no-break and thin spaces
 * included, is one space, none at the ends.
 *
 * <p>Folding is idempotent, linear in the text's length, and gives {@code ""} for null.
 */
public final class Normalise {
  private Normalise() {}

  /**
   * The folded text without its outer punctuation: {@code « Le chat. »} is {@code le chat}. What
   * may carry meaning stays: {@code % & # @ / \ §}, primes, a sign or decimal mark before a digit,
   * a bracket beside a number or facing away from the text ({@code ]a;b[}), and punctuation that is
   * all there is.
   */
  public static String text(String text) {
    return OuterPunctuation.strip(folded(text));
  }

  /** The folded text with all of its punctuation. */
  public static String folded(String text) {
    return text == null ? "" : trim(FoldedText.untraced(text));
  }

  /** As {@link #text}, of a text that was {@link #folded} before. */
  public static String textOfFolded(String folded) {
    return OuterPunctuation.strip(folded);
  }

  /** Whether nothing of the text shows: null, empty, white space and invisible characters only. */
  public static boolean isBlank(String text) {
    return text == null || firstVisible(text) == text.length();
  }

  private static int firstVisible(String text) {
    int at = 0;
    while (at < text.length() && isInvisible(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isInvisible(int codePoint) {
    return Pieces.isSpace(codePoint) || Typography.isIgnorable(codePoint);
  }

  private static String trim(String collapsed) {
    int start = collapsed.startsWith(" ") ? 1 : 0;
    int end = collapsed.length() - (collapsed.endsWith(" ") ? 1 : 0);
    return start < end ? collapsed.substring(start, end) : "";
  }
}
