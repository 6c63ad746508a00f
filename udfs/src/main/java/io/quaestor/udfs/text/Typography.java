package io.quaestor.udfs.text;

/** Characters that differ in print but not in meaning, and those that do not show at all. */
final class Typography {
  private static final String APOSTROPHES =
      "`\u00B4\u02BB\u02BC\u2018\u2019\u201A\u201B\u2039\u203A\uFF07";
  private static final String QUOTES =
      "\u00AB\u00BB\u201C\u201D\u201E\u201F\u301D\u301E\u301F\uFF02";
  private static final String DASHES =
      "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\uFE31\uFE32\uFE58\uFE63\uFF0D";

  private Typography() {}

  /** Apostrophes, quotes and dashes as ASCII; invisible characters left out. */
  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (!isIgnorable(codePoint)) {
        out.appendCodePoint(plain(codePoint));
      }
      i += Character.charCount(codePoint);
    }
    return out.toString();
  }

  /** Soft hyphen, zero-width and direction characters, variation selectors. */
  static boolean isIgnorable(int codePoint) {
    return codePoint == 0xAD
        || (codePoint >= 0x200B && codePoint <= 0x200F)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2060 && codePoint <= 0x206F)
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0xFEFF;
  }

  /** The ASCII form of an apostrophe, quote or dash; any other code point itself. */
  static int plain(int codePoint) {
    if (codePoint < 0x60 || isNoneOfThem(codePoint)) {
      return codePoint;
    }
    if (APOSTROPHES.indexOf(codePoint) >= 0) {
      return '\'';
    }
    if (QUOTES.indexOf(codePoint) >= 0) {
      return '"';
    }
    return DASHES.indexOf(codePoint) >= 0 ? '-' : codePoint;
  }

  /** The letters that most texts consist of, told without a search. */
  private static boolean isNoneOfThem(int codePoint) {
    return (codePoint > 0x60 && codePoint < 0xAB) || (codePoint > 0xBB && codePoint < 0x2BB);
  }
}
