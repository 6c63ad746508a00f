package io.quaestor.corpus;

/**
 * One line of a PDF page. Lengths are in points, from the upper left corner.
 *
 * @param page 1-based
 * @param size font size that most of its characters have
 * @param listing whether it is set in a typewriter face
 */
record PdfLine(
    String text, int page, float size, float left, float right, float baseline, boolean listing) {

  /** Whether it ends like a sentence, a title of a list or a quotation. */
  boolean ends() {
    return !text.isEmpty() && ".!?:;»”…".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
