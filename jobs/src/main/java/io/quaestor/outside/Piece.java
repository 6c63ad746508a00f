package io.quaestor.outside;

/**
 * A record of a text file, or what of it stands in one part of the file.
 *
 * @param number line on which the record begins, from 1
 * @param line line on which this piece begins
 * @param lines how many it has; of more than {@link #MOST_LINES} the text is left out
 */
public record Piece(String file, long number, long line, long lines, String text) {
  /** A record with more has a quote that is not closed; it would take in the rest of the file. */
  static final int MOST_LINES = 2000;
}
