package io.quaestor.corpus;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cleans text that came out of a file. */
final class Texts {
  /** Soft hyphen, zero-width space, word joiner, byte order mark. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t\\r\\f\\u000B\\u0085]]");
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
  private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");
  private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}\\u0085]+");
  private static final Pattern WHITE_IN_LINE =
      Pattern.compile("[\\t\\f\\u000B\\p{Z}&&[^\\u2028\\u2029]]");

  private Texts() {}

  /** One line: composed accents, plain single spaces, nothing invisible, no white ends. */
  static String line(String raw) {
    return WHITE.matcher(visible(raw)).replaceAll(" ").strip();
  }

  /** Several lines, each with its indentation; no blank lines at either end. */
  static String lines(String raw) {
    String plain = visible(raw).replaceAll("\\R", "\n");
    return WHITE_IN_LINE
        .matcher(plain)
        .replaceAll(" ")
        .replaceAll(" +\n", "\n")
        .replaceAll("^\n+", "")
        .stripTrailing();
  }

  private static String visible(String raw) {
    String text = INVISIBLE.matcher(raw).replaceAll("");
    text = CONTROL.matcher(text).replaceAll("");
    text = LONE_SURROGATE.matcher(text).replaceAll("\uFFFD");
    text =
        LIGATURE
            .matcher(text)
            .replaceAll(at -> Normalizer.normalize(at.group(), Normalizer.Form.NFKC));
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
