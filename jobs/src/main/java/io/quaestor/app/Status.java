package io.quaestor.app;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobException;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** What has been run over a warehouse. */
public final class Status {
  private static final int SHOWN = 20;

  private final Lake lake;

  public Status(Lake lake) {
    this.lake = lake;
  }

  /**
   * Lines for people.
   *
   * @param run id of a job run or generation run, null for the newest of all
   */
  public List<String> text(String run) {
    List<String> lines = new ArrayList<>();
    if (run == null) {
      lines.add("Jobs");
      lines.addAll(SqlTable.lines(jobs().limit(SHOWN)));
      lines.add("Generation runs");
      lines.addAll(SqlTable.lines(generations().limit(SHOWN)));
      lines.add("Questions");
      lines.addAll(SqlTable.lines(questions()));
      lines.addAll(stale());
    } else {
      one(run).toJSON().collectAsList().forEach(lines::add);
    }
    return lines;
  }

  /** One JSON object per run. */
  public List<String> json(String run) {
    Dataset<Row> rows =
        run == null ? lake.rows(Tables.JOB_RUNS).orderBy(col("started_at").desc()) : one(run);
    return rows.toJSON().as(Encoders.STRING()).collectAsList();
  }

  private Dataset<Row> jobs() {
    return lake.rows(Tables.JOB_RUNS)
        .orderBy(col("started_at").desc())
        .selectExpr(
            "run_id",
            "job",
            "status",
            "date_format(started_at, 'yyyy-MM-dd HH:mm:ss') AS started",
            "round(wall_ms / 1000, 1) AS seconds",
            "calls_made AS calls",
            "round(cost_usd, 4) AS cost_usd",
            "concat_ws(', ', transform(map_entries(counts), c -> concat(c.key, ' ', c.value))) AS"
                + " counts");
  }

  private Dataset<Row> generations() {
    return lake.rows(Tables.GENERATION_RUNS)
        .orderBy(col("created_at").desc())
        .select(
            "run_id",
            "pipeline",
            "status",
            "stop_reason",
            "target",
            "asked",
            "accepted",
            "rejected",
            "failed");
  }

  private Dataset<Row> questions() {
    return lake.rows(Tables.QUESTIONS)
        .groupBy("quality_status", "review_status")
        .count()
        .orderBy("quality_status", "review_status");
  }

  private List<String> stale() {
    long stale = lake.rows(Tables.QUESTIONS).filter("review_status = 'stale'").count();
    return stale == 0
        ? List.of()
        : List.of(
            "%,d stale: what they were made from has changed; see `quaestor review list --status stale`"
                .formatted(stale));
  }

  private Dataset<Row> one(String run) {
    Dataset<Row> job = lake.rows(Tables.JOB_RUNS).filter(col("run_id").equalTo(run));
    if (!job.isEmpty()) {
      return job;
    }
    Dataset<Row> generation = lake.rows(Tables.GENERATION_RUNS).filter(col("run_id").equalTo(run));
    if (generation.isEmpty()) {
      throw JobException.input(
          "unknown_run", "There is no run %s".formatted(run), "see `quaestor status` for the runs");
    }
    return generation;
  }
}
