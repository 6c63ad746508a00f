package io.quaestor.export;

/** Plain text as HTML that is also XML. */
final class Html {
  private static final int REPLACEMENT = 0xFFFD;

  private Html() {}

  /** The text as it is, with line breaks; nothing in it is markup. */
  static String of(String text) {
    return escaped(text.replace("\r\n", "\n").replace("\r", "\n")).replace("\n", "<br/>");
  }

  /** For text and attributes of XML; what XML cannot hold becomes U+FFFD. */
  static String escaped(String text) {
    return clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }

  /** Without control characters and halves of characters. */
  static String clean(String text) {
    return isClean(text)
        ? text
        : text.codePoints()
            .map(c -> isHeld(c) ? c : REPLACEMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  static boolean isClean(String text) {
    return text.codePoints().allMatch(Html::isHeld);
  }

  /** What XML 1.0 calls a Char (section 2.2). */
  private static boolean isHeld(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return space || c >= ' ' && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }
}
