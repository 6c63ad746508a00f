package io.quaestor.outside;

import java.io.Serializable;

/**
 * Whether a line ends inside a quoted field, so that its record goes on in the next one.
 *
 * @param delimiter between fields; 0 for files without quoted fields, such as JSON Lines
 */
record Quoting(char delimiter) implements Serializable {
  static final Quoting NONE = new Quoting((char) 0);

  /**
   * @param inside whether the line begins inside a quoted field
   */
  boolean endsInside(String line, boolean inside) {
    if (delimiter == 0) {
      return false;
    }
    boolean quoted = inside;
    boolean fieldBegins = !inside;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else {
        quoted = c == '"' && fieldBegins;
        fieldBegins = c == delimiter;
      }
    }
    return quoted;
  }
}
