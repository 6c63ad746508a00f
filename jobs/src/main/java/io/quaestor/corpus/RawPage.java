package io.quaestor.corpus;

/**
 * The lines of one page of a PDF. Public because the code that Spark generates makes it.
 *
 * @param pageId derived from place, bytes and page number
 * @param sha256 of the file
 * @param page 1-based
 * @param language of the whole document, null when undecided
 * @param text lines without running heads; empty when there are none
 */
public record RawPage(
    String pageId,
    String sourceUri,
    String path,
    String sha256,
    int page,
    String language,
    String text) {

  /** The text with the hyphens of line breaks taken out. */
  String joined() {
    return text.lines().reduce("", LineJoin::join);
  }
}
