package io.quaestor.udfs.text;

/**
 * Where a quote stands in a text.
 *
 * @param start first UTF-16 unit in the original text
 * @param end one past the last UTF-16 unit
 */
public record Found(int start, int end) {

  /** The quote as the text has it. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
