package io.quaestor.corpus;

/** A file that cannot be read: ends as a failed document, never as a failed job. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_DETAIL = 300;

  private final String reason;

  /**
   * @param reason stable code, such as {@code corrupt_pdf}
   * @param detail what the reader said
   */
  Unreadable(String reason, String detail) {
    super(detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail);
    this.reason = reason;
  }

  Unreadable(String reason, Throwable cause) {
    this(
        reason, cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    initCause(cause);
  }

  String reason() {
    return reason;
  }
}
