package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The last jobs that changed something. */
public final class JobSection {
  private static final String ROWS =
      """
      SELECT job, status, exit_code AS exitCode, calls_made AS made, calls_reused AS reused,
             calls_failed AS failed, cost_usd AS costUsd, wall_ms AS wallMs,
             error_message AS error, left(git_commit, 10) AS commit, git_dirty AS dirty,
             started_at AS startedAt, min(started_at) OVER () AS first,
             max(finished_at) OVER () AS last
      FROM job_runs ORDER BY started_at DESC, run_id DESC LIMIT 12""";

  private JobSection() {}

  /** One job; {@code first} and {@code last} are when the first of all began and the last ended. */
  public record JobRow(
      String job,
      String status,
      long exitCode,
      long made,
      long reused,
      long failed,
      BigDecimal costUsd,
      long wallMs,
      String error,
      String commit,
      Boolean dirty,
      Instant startedAt,
      Instant first,
      Instant last) {}

  static List<JobRow> rows(Queries queries) {
    return queries.list(JobRow.class, ROWS);
  }

  static Section of(List<JobRow> rows) {
    if (rows.isEmpty()) {
      return Section.of("jobs", "Jobs", "No job has been recorded yet.");
    }
    Grid grid =
        Grid.of(
            "The last jobs, newest first",
            Column.text("Job"),
            Column.text("Started"),
            Column.text("Status"),
            Column.number("Exit"),
            Column.number("Took"),
            Column.number("Calls made"),
            Column.number("Reused"),
            Column.number("Failed"),
            Column.number("Cost"),
            Column.text("Code version"));
    rows.forEach(r -> line(grid, r));
    return Section.of("jobs", "Jobs", "Jobs that found everything done add no row.").with(grid);
  }

  private static void line(Grid grid, JobRow r) {
    grid.line(
        r.job,
        Format.time(r.startedAt),
        r.error == null
            ? Format.words(r.status)
            : Format.words(r.status) + ": " + Format.shortened(r.error, 120),
        r.exitCode,
        Format.duration(r.wallMs),
        r.made,
        r.reused,
        r.failed,
        r.costUsd == null ? null : Format.dollars(r.costUsd),
        r.commit == null || !Boolean.TRUE.equals(r.dirty) ? r.commit : r.commit + ", changed");
  }
}
