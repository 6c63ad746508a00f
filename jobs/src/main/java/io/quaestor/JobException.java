package io.quaestor;

/** A job cannot go on: says what is wrong and where, why, and the way out. */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String code;
  private final String remedy;

  public JobException(ExitCode exitCode, String code, String message, String remedy) {
    this(exitCode, code, message, remedy, null);
  }

  public JobException(
      ExitCode exitCode, String code, String message, String remedy, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
    this.code = code;
    this.remedy = remedy;
  }

  /** Bad usage, configuration or input. */
  public static JobException input(String code, String message, String remedy) {
    return new JobException(ExitCode.INPUT, code, message, remedy);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /** Stable code, such as {@code unknown_auditor}. */
  public String code() {
    return code;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
