package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.countDistinct;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentCohort;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The experiments of a warehouse, newest first. */
public final class ExperimentList {
  private static final int MOST = 200;

  private ExperimentList() {}

  /**
   * An experiment in a line.
   *
   * @param state {@code created | generated | compared}, {@code partial} when something is missing
   *     of what was generated
   * @param promoted cohorts that are in production
   */
  public record Entry(
      String name,
      String experimentId,
      String state,
      List<String> cohorts,
      List<String> auditors,
      int chunks,
      int perChunk,
      List<String> promoted,
      Instant createdAt) {}

  /** Of many, the newest 200. */
  public static List<Entry> of(Lake lake) {
    Map<String, Row> runs = new HashMap<>();
    lake.read(Tables.EXPERIMENT_RUNS)
        .groupBy("experimentId")
        .agg(countDistinct("cohort"), collect_set("run.status"))
        .collectAsList()
        .forEach(row -> runs.put(row.getString(0), row));
    Set<String> compared =
        new HashSet<>(ids(lake.rows(Tables.EXPERIMENT_RESULTS), "experiment_id"));
    Dataset<Row> promoted =
        lake.rows(Tables.EXPERIMENT_RUNS)
            .join(lake.rows(Tables.GENERATION_RUNS), new String[] {"run_id"}, "left_semi");
    Set<String> served = new HashSet<>(ids(promoted, "run_id"));
    return lake
        .read(Tables.EXPERIMENTS)
        .orderBy(col("createdAt").desc(), col("name"))
        .takeAsList(MOST)
        .stream()
        .map(each -> entry(each, runs.get(each.experimentId()), compared, served))
        .toList();
  }

  private static Entry entry(Experiment each, Row runs, Set<String> compared, Set<String> served) {
    return new Entry(
        each.name(),
        each.experimentId(),
        state(each, runs, compared),
        each.cohorts().stream().map(ExperimentCohort::name).toList(),
        each.auditors(),
        each.chunks(),
        each.perChunk(),
        each.cohorts().stream()
            .filter(cohort -> served.contains(cohort.runId()))
            .map(ExperimentCohort::name)
            .toList(),
        each.createdAt());
  }

  private static String state(Experiment each, Row runs, Set<String> compared) {
    if (compared.contains(each.experimentId())) {
      return "compared";
    }
    if (runs == null) {
      return "created";
    }
    return runs.getList(2).equals(List.of("complete")) ? "generated" : "partial";
  }

  private static List<String> ids(Dataset<Row> rows, String column) {
    return rows.select(column).distinct().as(Encoders.STRING()).takeAsList(MOST * MOST);
  }
}
