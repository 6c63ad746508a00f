package io.quaestor.delete;

import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.lake.Lake;
import java.time.Clock;
import java.util.List;

/** Undoes a deletion as long as the history of the tables goes back to it. */
public final class RestoreJob {
  private final Lake lake;
  private final Clock clock;
  private final String runId;

  public RestoreJob(Lake lake, Clock clock, String runId) {
    this.lake = lake;
    this.clock = clock;
    this.runId = runId;
  }

  /**
   * Puts back the rows that a deletion took and that are not there again.
   *
   * @param deletion id of the run that deleted
   * @return rows that came back by table; {@code questions_stale} are questions that are what they
   *     were before
   * @throws JobException with exit code 2 when there was no such deletion, or its history is gone
   */
  public JobOutcome execute(String deletion) {
    lake.spark().sparkContext().setJobDescription("restore: read what was deleted");
    Restoring restoring = new Restoring(lake, deletion);
    Intent intent =
        new Intent(
            Intent.RESTORE,
            runId,
            null,
            deletion,
            List.of(),
            restoring.effects(),
            restoring.units(),
            clock.millis());
    if (!intent.effects().isEmpty()) {
      lake.spark().sparkContext().setJobDescription("restore: put it back");
      Intents intents = new Intents(lake);
      intents.write(intent);
      restoring.execute(intent);
      intents.remove(intent);
    }
    return JobOutcome.complete(intent.counts(), !intent.effects().isEmpty());
  }
}
