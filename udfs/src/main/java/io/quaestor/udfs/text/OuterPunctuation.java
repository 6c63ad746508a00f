package io.quaestor.udfs.text;

/** Takes punctuation off both ends of a folded text. */
final class OuterPunctuation {
  private static final String MEANINGFUL = "%\u2030\u2031\u2032&#@/\\\u00A7";

  private OuterPunctuation() {}

  static String strip(String text) {
    int start = 0;
    while (start < text.length() && stripsAtStart(text, start)) {
      start += Character.charCount(text.codePointAt(start));
    }
    int end = text.length();
    while (end > start && stripsAtEnd(text, end)) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return start < end ? text.substring(start, end) : text;
  }

  private static boolean stripsAtStart(String text, int at) {
    int codePoint = text.codePointAt(at);
    int after = at + Character.charCount(codePoint);
    int next = after < text.length() ? text.codePointAt(after) : ' ';
    return switch (Character.getType(codePoint)) {
      case Character.END_PUNCTUATION -> false;
      case Character.START_PUNCTUATION -> !Character.isDigit(next) && next != '-';
      default -> strips(codePoint) && !opensNumber(codePoint, next);
    };
  }

  private static boolean stripsAtEnd(String text, int end) {
    int codePoint = text.codePointBefore(end);
    int before = end - Character.charCount(codePoint);
    return switch (Character.getType(codePoint)) {
      case Character.START_PUNCTUATION -> false;
      case Character.END_PUNCTUATION ->
          before == 0 || !Character.isDigit(text.codePointBefore(before));
      default -> strips(codePoint);
    };
  }

  private static boolean opensNumber(int codePoint, int next) {
    return switch (codePoint) {
      case '-' -> Character.isDigit(next) || next == '.' || next == ',';
      case '.', ',' -> Character.isDigit(next);
      default -> false;
    };
  }

  private static boolean strips(int codePoint) {
    return codePoint == ' ' || (isPunctuation(codePoint) && MEANINGFUL.indexOf(codePoint) < 0);
  }

  private static boolean isPunctuation(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}
