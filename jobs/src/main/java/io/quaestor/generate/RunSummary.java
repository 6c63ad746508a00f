package io.quaestor.generate;

import io.quaestor.JobOutcome;
import io.quaestor.tables.GenerationRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run in numbers; they add up, or the job fails. */
final class RunSummary {
  private RunSummary() {}

  static JobOutcome of(GenerationRun run, boolean changed) {
    if (run.asked() != run.accepted() + run.rejected() + run.failed()) {
      throw new IllegalStateException(
          "Run %s does not add up: asked %d, accepted %d, rejected %d, failed %d"
              .formatted(run.runId(), run.asked(), run.accepted(), run.rejected(), run.failed()));
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("target", (long) run.target());
    counts.put("asked", (long) run.asked());
    counts.put("accepted", (long) run.accepted());
    counts.put("rejected", (long) run.rejected());
    counts.put("failed", (long) run.failed());
    counts.put("batches", (long) run.batches());
    counts.put("rounds", (long) run.rounds());
    return new JobOutcome(run.status(), counts, changed, null);
  }
}
