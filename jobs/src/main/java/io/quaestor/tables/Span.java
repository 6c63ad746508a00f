package io.quaestor.tables;

/**
 * One sentence of a chunk.
 *
 * @param id {@code s1, s2, ...} in order; stable, because a chunk's id is derived from its text
 * @param start first UTF-16 code unit in the chunk's text
 * @param end one past the last UTF-16 code unit
 * @param page page the sentence starts on, null for formats without pages
 */
public record Span(String id, int start, int end, Integer page) {

  /** The sentence itself. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
