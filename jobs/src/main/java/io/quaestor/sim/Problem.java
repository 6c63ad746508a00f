package io.quaestor.sim;

/** A request that is turned down; each protocol has its own shape for it. */
final class Problem extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String field;

  /**
   * @param field the part of the body at fault, null when it is none
   */
  Problem(int status, String field, String message) {
    super(message, null, false, false);
    this.status = status;
    this.field = field;
  }

  static Problem invalid(String field, String message) {
    return new Problem(400, field, message);
  }

  int status() {
    return status;
  }

  String field() {
    return field;
  }
}
