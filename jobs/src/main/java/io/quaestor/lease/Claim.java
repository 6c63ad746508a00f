package io.quaestor.lease;

import java.io.Serializable;

/**
 * A task that wants to make a partition's calls.
 *
 * @param work what only one task at a time may do, such as a stage's partition
 * @param attempt Spark's id of the task attempt
 */
public record Claim(String runId, String work, long attempt, String executorId)
    implements Serializable {

  /** What became of it. */
  public enum Answer {
    /** Somebody else is at it. */
    WAIT,
    /** Nobody has been at it before. */
    FRESH,
    /** Somebody was at it and is not any more: some of it may be done. */
    BEGUN
  }

  /** The task has ended, with all its calls. */
  public record Release(Claim claim) implements Serializable {}
}
