package io.quaestor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a job did.
 *
 * @param status {@code complete | partial | needs_attention | stopped_at_budget | failed}
 * @param counts what went in and where each one ended, in the order to show them
 * @param changed whether any table was written
 * @param report path of a report that was written, else null
 */
public record JobOutcome(String status, Map<String, Long> counts, boolean changed, String report) {
  public static final String COMPLETE = "complete";
  public static final String PARTIAL = "partial";

  public static JobOutcome complete(Map<String, Long> counts, boolean changed) {
    return new JobOutcome(COMPLETE, counts, changed, null);
  }

  /** This job and one that followed it: counts side by side, the worse of the two statuses. */
  public JobOutcome then(JobOutcome next) {
    Map<String, Long> both = new LinkedHashMap<>(counts);
    next.counts.forEach((name, count) -> both.merge(name, count, (first, second) -> second));
    return new JobOutcome(
        COMPLETE.equals(status) ? next.status : status,
        both,
        changed || next.changed,
        next.report == null ? report : next.report);
  }

  public ExitCode exitCode() {
    return switch (status) {
      case COMPLETE -> ExitCode.DONE;
      case "stopped_at_budget" -> ExitCode.BUDGET;
      case "failed" -> ExitCode.INTERNAL;
      default -> ExitCode.PARTIAL;
    };
  }
}
