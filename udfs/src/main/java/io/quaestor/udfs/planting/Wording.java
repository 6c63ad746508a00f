package io.quaestor.udfs.planting;

/**
 * A stem's own words, and what it quotes: from the first opening quotation mark to the last closing
 * one, marks excluded. Without marks it is all its own.
 *
 * @param quoteStart length of the stem when nothing is quoted
 * @param quoteEnd the same
 */
record Wording(String stem, int quoteStart, int quoteEnd) {
  private static final String OPENING = "«“\"";
  private static final String CLOSING = "»”\"";

  static Wording of(String stem) {
    int first = 0;
    while (first < stem.length() && OPENING.indexOf(stem.charAt(first)) < 0) {
      first++;
    }
    int last = stem.length() - 1;
    while (last > first && CLOSING.indexOf(stem.charAt(last)) < 0) {
      last--;
    }
    return last > first
        ? new Wording(stem, first + 1, last)
        : new Wording(stem, stem.length(), stem.length());
  }

  String before() {
    return stem.substring(0, quoteStart);
  }

  String quoted() {
    return stem.substring(quoteStart, quoteEnd);
  }

  String after() {
    return stem.substring(quoteEnd);
  }
}
