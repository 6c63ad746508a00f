package io.quaestor.outside;

/** A cell does not hold what its column wants; the message is a stable code. */
final class BadCell extends Exception {
  private static final long serialVersionUID = 1L;

  BadCell(String reason) {
    super(reason, null, false, false);
  }
}
