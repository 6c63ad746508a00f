package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import java.time.Instant;
import java.util.List;

/** The newest generation runs. */
public final class RunsSection {
  private static final String RUNS =
      """
      SELECT run_id AS runId, pipeline, pipeline_version AS version, target, rounds, asked, accepted,
             rejected, failed, status, stop_reason AS stopReason, created_at AS createdAt
      FROM generation_runs ORDER BY created_at DESC, run_id LIMIT 20""";

  private RunsSection() {}

  /** One run. */
  public record RunRow(
      String runId,
      String pipeline,
      String version,
      long target,
      long rounds,
      long asked,
      long accepted,
      long rejected,
      long failed,
      String status,
      String stopReason,
      Instant createdAt) {}

  static Section of(Queries queries) {
    List<RunRow> runs = queries.list(RunRow.class, RUNS);
    if (runs.isEmpty()) {
      return Section.of("runs", "Generation runs", "No questions have been generated yet.");
    }
    Grid grid =
        Grid.of(
            "Newest generation runs",
            Column.text("Run"),
            Column.text("Started"),
            Column.text("Pipeline"),
            Column.number("Target"),
            Column.number("Rounds"),
            Column.number("Asked"),
            Column.number("Accepted"),
            Column.number("Rejected"),
            Column.number("Failed"),
            Column.text("Status"));
    runs.forEach(
        r ->
            grid.line(
                Format.shortened(r.runId, 16),
                Format.time(r.createdAt),
                r.pipeline + " " + r.version,
                r.target,
                r.rounds,
                r.asked,
                r.accepted,
                r.rejected,
                r.failed,
                status(r)));
    return Section.of(
            "runs",
            "Generation runs",
            "Each run asks for questions until its target is reached or the source is exhausted.")
        .with(grid);
  }

  private static String status(RunRow run) {
    return run.stopReason == null ? run.status : run.status + ": " + Format.words(run.stopReason);
  }
}
