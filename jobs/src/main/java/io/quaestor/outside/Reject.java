package io.quaestor.outside;

/**
 * A line of the file of rejects.
 *
 * @param line on which the row begins, from 1; null for Parquet
 * @param row its place, from 1; null for text files
 * @param id the question it names, null for none
 */
public record Reject(
    String file, Long line, Long row, String id, String field, String reason, String value) {

  /** For people. */
  String shown() {
    return "%s:%d: %s%s%s"
        .formatted(
            file.substring(file.lastIndexOf('/') + 1),
            line == null ? row : line,
            field == null ? "" : field + ": ",
            reason,
            value == null ? "" : " (" + value + ")");
  }
}
