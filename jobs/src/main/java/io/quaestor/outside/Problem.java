package io.quaestor.outside;

/**
 * What keeps a row out.
 *
 * @param field column, null for the row as a whole
 * @param reason stable code
 * @param value what stands there, cut when long; null for nothing
 */
public record Problem(String field, String reason, String value) {
  private static final int SHOWN = 120;

  /** With a value of any length. */
  static Problem of(String field, String reason, String value) {
    boolean isLong = value != null && value.length() > SHOWN;
    return new Problem(field, reason, isLong ? value.substring(0, SHOWN) + "…" : value);
  }
}
