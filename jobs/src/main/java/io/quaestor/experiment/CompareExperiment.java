package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentCohort;
import io.quaestor.tables.ExperimentResult;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.compare.OrderStatistics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares the cohorts of an experiment, each with each, figure by figure.
 *
 * <p>Reads the experiment's tables and {@code llm_calls}; writes {@code experiment_results}. Asks
 * nothing. The same comparison again changes nothing.
 */
public final class CompareExperiment {
  private final JobContext context;
  private final Lake lake;
  private final Clock clock;
  private final Experiment experiment;
  private List<ExperimentResult> results = List.of();

  /**
   * @throws JobException with exit code 2 when there is no such experiment
   */
  public CompareExperiment(JobContext context, String name, Clock clock) {
    this.context = context;
    this.lake = context.lake();
    this.clock = clock;
    this.experiment = Pinned.find(lake, name);
  }

  /**
   * @throws JobException with exit code 2 when it has not been generated yet
   */
  public JobOutcome execute() {
    lake.spark().sparkContext().setJobDescription("experiment: compare " + experiment.name());
    requireGenerated();
    Counting counting = new Counting(lake, context.ledger().replies(), experiment);
    List<Finding> findings = new ArrayList<>();
    new Pairing(experiment)
        .of(counting.byChunk())
        .forEach(contrast -> findings.add(Finding.of(contrast)));
    findings.addAll(latencies(counting.latencies()));
    results = new Results(experiment, clock.instant()).rows(findings);
    Dataset<ExperimentResult> rows =
        lake.spark().createDataset(results, RecordEncoder.of(ExperimentResult.class));
    boolean changed =
        lake.renew(
            Tables.EXPERIMENT_RESULTS,
            rows,
            col("experiment_id").equalTo(experiment.experimentId()));
    return JobOutcome.complete(counts(), changed);
  }

  /** What was found, in order; nothing before. */
  public List<ExperimentResult> results() {
    return results;
  }

  private void requireGenerated() {
    long made =
        lake.read(Tables.EXPERIMENT_RUNS)
            .filter(col("experimentId").equalTo(experiment.experimentId()))
            .count();
    if (made < experiment.cohorts().size()) {
      throw JobException.input(
          "not_generated",
          "%d of %d cohorts of the experiment %s have questions"
              .formatted(made, experiment.cohorts().size(), experiment.name()),
          "run `quaestor experiment generate %s` first".formatted(experiment.name()));
    }
  }

  /** Different latencies are few: they are whole milliseconds below a call's time limit. */
  private List<Finding> latencies(Dataset<Row> counted) {
    Map<String, SortedMap<Double, Long>> counts = new HashMap<>();
    for (Row row : counted.collectAsList()) {
      counts
          .computeIfAbsent(row.getString(0), cohort -> new TreeMap<>())
          .put((double) row.getLong(1), row.getLong(2));
    }
    List<String> names = experiment.cohorts().stream().map(ExperimentCohort::name).toList();
    List<Finding> findings = new ArrayList<>();
    for (int b = 0; b < names.size(); b++) {
      for (int a = 0; a < b; a++) {
        SortedMap<Double, Long> first = counts.getOrDefault(names.get(a), new TreeMap<>());
        SortedMap<Double, Long> second = counts.getOrDefault(names.get(b), new TreeMap<>());
        findings.add(
            latency(
                Metric.LATENCY_P50,
                0.5,
                List.of(names.get(a), names.get(b)),
                List.of(first, second)));
        findings.add(
            latency(
                Metric.LATENCY_P95,
                0.95,
                List.of(names.get(a), names.get(b)),
                List.of(first, second)));
      }
    }
    return findings;
  }

  private static Finding latency(
      Metric metric, double share, List<String> names, List<SortedMap<Double, Long>> counts) {
    List<Estimate> quantiles =
        counts.stream().map(each -> OrderStatistics.quantile(each, share)).toList();
    List<Long> calls =
        counts.stream()
            .map(each -> each.values().stream().mapToLong(Long::longValue).sum())
            .toList();
    return Finding.ofQuantiles(
        new Finding.Subject(names.get(0), names.get(1), metric, ""),
        quantiles.get(0),
        quantiles.get(1),
        calls);
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("chunks", (long) experiment.chunks());
    counts.put("cohorts", (long) experiment.cohorts().size());
    counts.put("figures", (long) results.size());
    for (String verdict : List.of("higher", "lower", "undecided")) {
      counts.put(verdict, results.stream().filter(row -> verdict.equals(row.verdict())).count());
    }
    counts.put("untested", results.stream().filter(row -> row.verdict() == null).count());
    return counts;
  }
}
