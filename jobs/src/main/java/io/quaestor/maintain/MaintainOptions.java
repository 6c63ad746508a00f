package io.quaestor.maintain;

import io.quaestor.JobException;
import java.time.Duration;

/**
 * How to tidy a warehouse.
 *
 * @param retain how far back history is kept: what it takes to undo deletions, and what readers
 *     that are at work may still be reading
 * @param force whether less than a week is meant
 * @param dryRun only say what would be done
 */
public record MaintainOptions(Duration retain, boolean force, boolean dryRun) {
  /** Delta's own, below which a reader or a writer may lose files it is using. */
  private static final Duration SAFE = Duration.ofDays(7);

  /**
   * @throws JobException with exit code 2 when history is to be kept for less than is safe
   */
  public MaintainOptions {
    if (retain.isNegative() || retain.compareTo(SAFE) < 0 && !force) {
      throw JobException.input(
          "unsafe_retention",
          "History of %d hours is less than the safe %d"
              .formatted(retain.toHours(), SAFE.toHours()),
          "keep 168h or more, or add --force when nothing reads the tables; deletions from before"
              + " cannot be undone then");
    }
  }
}
