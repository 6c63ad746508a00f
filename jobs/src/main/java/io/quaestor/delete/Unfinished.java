package io.quaestor.delete;

import io.quaestor.JobOutcome;
import io.quaestor.lake.Lake;
import java.util.ArrayList;
import java.util.List;

/** Deletions and restorations that were cut short. */
public final class Unfinished {
  private Unfinished() {}

  /**
   * One that has been finished.
   *
   * @param job as in {@code job_runs}, such as {@code delete}
   * @param subject what it was about, such as {@code batch b_1}
   * @param runId of the job that was cut short
   * @param outcome what it did in all
   */
  public record Finished(String job, String subject, String runId, JobOutcome outcome) {}

  /**
   * Finishes them. To be called by whoever is to write to the warehouse, when it has the lock and
   * before it reads anything.
   */
  public static List<Finished> finish(Lake lake) {
    Intents intents = new Intents(lake);
    List<Finished> finished = new ArrayList<>();
    for (Intent intent : intents.left()) {
      boolean delete = Intent.DELETE.equals(intent.action());
      if (delete) {
        new Deleting(lake, intent).execute();
      } else {
        new Restoring(lake, intent.subject()).execute(intent);
      }
      intents.remove(intent);
      String subject = delete ? intent.kind() + " " + intent.subject() : intent.subject();
      JobOutcome outcome = JobOutcome.complete(intent.counts(), true);
      finished.add(new Finished(intent.action(), subject, intent.runId(), outcome));
    }
    return finished;
  }
}
