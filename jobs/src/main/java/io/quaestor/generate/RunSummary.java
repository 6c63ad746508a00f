package io.quaestor.generate;

import io.quaestor.JobOutcome;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run in numbers; they add up, or the job fails. */
final class RunSummary {
  private RunSummary() {}

  /** The shares that the run reports against targets, a line each. */
  static List<String> lines(GenerationRun run) {
    return run.measures().stream().map(RunSummary::line).toList();
  }

  private static String line(Measure measure) {
    if (measure.share() == null) {
      return "%s: undefined, nothing to measure it on".formatted(measure.name());
    }
    return String.format(
        Locale.ROOT,
        "%s: %.0f %% (%d of %d; 95 %% interval %.0f to %.0f %%), target %.0f %%: %s",
        measure.name().replace('_', ' '),
        100 * measure.share(),
        measure.hits(),
        measure.n(),
        100 * measure.low(),
        100 * measure.high(),
        100 * measure.target(),
        measure.share() >= measure.target() ? "met" : "missed");
  }

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
