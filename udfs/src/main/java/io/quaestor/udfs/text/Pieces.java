package io.quaestor.udfs.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text cut where Unicode normalisation cannot reach across, so that folding a text is folding its
 * pieces. A piece is at most 32 code points long (compare UAX 15, Stream-Safe Text Format), which
 * keeps folding linear on text made to be slow.
 */
final class Pieces {
  private static final int LONGEST = 32;

  private Pieces() {}

  /** One past the last UTF-16 unit of the piece that begins at {@code start}. */
  static int end(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    for (int taken = 1; taken < LONGEST && end < text.length(); taken++) {
      int next = text.codePointAt(end);
      if (!continues(next)) {
        return end;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  static String fold(String piece) {
    String composed = Normalizer.normalize(Typography.fold(piece), Normalizer.Form.NFKC);
    return Normalizer.normalize(lower(Typography.fold(composed)), Normalizer.Form.NFKC);
  }

  /** What {@link #fold} makes of one common character; -1 when that takes the long way. */
  static int foldCommon(char unit) {
    int plain = Typography.plain(unit);
    boolean common = plain < 0x80 || (unit >= 0xC0 && unit <= 0xFF && unit != 'ß');
    return common ? Character.toLowerCase(plain) : -1;
  }

  static boolean isSpace(int codePoint) {
    if (codePoint > ' ' && codePoint < 0x80) {
      return false;
    }
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == 0x85;
  }

  private static boolean continues(int codePoint) {
    if (codePoint < 0x300) {
      return codePoint == 0xAD;
    }
    return isMark(codePoint) || Typography.isIgnorable(codePoint) || isJamo(codePoint);
  }

  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Letters that compose with what stands before them: Hangul parts, half-width kana marks. */
  private static boolean isJamo(int codePoint) {
    return (codePoint >= 0x1160 && codePoint <= 0x11FF)
        || (codePoint >= 0x3130 && codePoint <= 0x318F)
        || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF)
        || (codePoint >= 0xFF9E && codePoint <= 0xFFDC);
  }

  /** Lower case by way of upper case, so that {@code ß} meets {@code ss} and both sigmas meet. */
  private static String lower(String text) {
    return lowerEach(lowerEach(text).toUpperCase(Locale.ROOT));
  }

  private static String lowerEach(String text) {
    StringBuilder small = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      small.appendCodePoint(Character.toLowerCase(codePoint));
      i += Character.charCount(codePoint);
    }
    return small.toString();
  }
}
