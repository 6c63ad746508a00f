package io.quaestor.outside;

import java.net.URI;
import java.util.Map;

/**
 * A row of an outside file, as text.
 *
 * @param file URI
 * @param number its first line, from 1 (CSV, JSON Lines), or its place, from 1 (Parquet)
 * @param cells column to text, lists and structures as JSON; empty cells are absent
 * @param problem null, or why the row could not be read
 */
public record RawRow(String file, long number, Map<String, String> cells, String problem) {

  /** The last part of the file's path. */
  String fileName() {
    String path = shown(file);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A file as its user knows it. */
  static String shown(String uri) {
    try {
      URI parsed = URI.create(uri);
      return "file".equals(parsed.getScheme()) ? parsed.getPath() : uri;
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }
}
