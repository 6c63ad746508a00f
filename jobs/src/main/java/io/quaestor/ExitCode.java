package io.quaestor;

/** What the process says to a scheduler. */
public enum ExitCode {
  DONE(0),
  INTERNAL(1),
  INPUT(2),
  PARTIAL(3),
  BUDGET(4),
  REFUSED(5);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  public int value() {
    return value;
  }
}
