package io.quaestor.experiment;

import static org.apache.spark.sql.functions.expr;

import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentCohort;
import io.quaestor.udfs.agreement.compare.ClusteredRatios;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sets every cohort beside every other, chunk by chunk; only sums leave the cluster. */
record Pairing(Experiment experiment) {
  private static final List<String> PARTS = List.of("xa", "na", "xb", "nb");

  /**
   * In the order of cohorts and metrics.
   *
   * @param counted as {@link Counting#byChunk} has it
   */
  List<Contrast> of(Dataset<Row> counted) {
    List<String> names = experiment.cohorts().stream().map(ExperimentCohort::name).toList();
    List<Column> sides = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (int b = 0; b < names.size(); b++) {
      for (String part : List.of("x", "n")) {
        sides.add(
            expr("sum(if(cohort = '%s', %s, 0D)) AS %s%d".formatted(names.get(b), part, part, b)));
      }
      for (int a = 0; a < b; a++) {
        pairs.add(
            "struct('%s' AS a, '%s' AS b, x%d AS xa, n%d AS na, x%d AS xb, n%d AS nb)"
                .formatted(names.get(a), names.get(b), a, a, b, b));
      }
    }
    return counted
        .groupBy("chunkId", "metric", "of")
        .agg(sides.get(0), rest(sides))
        .selectExpr("metric", "of", "inline(array(%s))".formatted(String.join(", ", pairs)))
        .groupBy("a", "b", "metric", "of")
        .agg(expr("count(*) AS chunks"), sums())
        .collectAsList()
        .stream()
        .map(this::contrast)
        .sorted(
            java.util.Comparator.comparing((Contrast each) -> names.indexOf(each.cohortB()))
                .thenComparing(each -> names.indexOf(each.cohortA()))
                .thenComparing(Contrast::metric)
                .thenComparing(Contrast::of))
        .toList();
  }

  /** Counts of chunks, then the sums and products of those that count. */
  private static Column[] sums() {
    String shared =
        Stream.of(Metric.values())
            .filter(Metric::sharedOnly)
            .map(metric -> "'%s'".formatted(metric.key()))
            .collect(Collectors.joining(", "));
    String counts = "(metric NOT IN (%s) OR na > 0 AND nb > 0)".formatted(shared);
    List<Column> sums = new ArrayList<>();
    sums.add(expr("count_if(na > 0 AND nb > 0)"));
    sums.add(expr("count_if(na > 0 AND nb <= 0)"));
    sums.add(expr("count_if(na <= 0 AND nb > 0)"));
    sums.add(expr("count_if(%s)".formatted(counts)));
    PARTS.forEach(part -> sums.add(sum(counts, part)));
    for (int i = 0; i < PARTS.size(); i++) {
      for (int j = i; j < PARTS.size(); j++) {
        sums.add(sum(counts, PARTS.get(i) + " * " + PARTS.get(j)));
      }
    }
    return sums.toArray(Column[]::new);
  }

  private static Column sum(String condition, String what) {
    return expr(String.format(Locale.ROOT, "sum(if(%s, %s, 0D))", condition, what));
  }

  private Contrast contrast(Row row) {
    int at = 5;
    long both = row.getLong(at);
    long onlyA = row.getLong(at + 1);
    long onlyB = row.getLong(at + 2);
    return new Contrast(
        row.getString(0),
        row.getString(1),
        Metric.named(row.getString(2)),
        row.getString(3),
        new ClusteredRatios(row.getLong(at + 3), doubles(row, at + 4, 4), doubles(row, at + 8, 10)),
        new Contrast.Chunks(both, onlyA, onlyB, experiment.chunks() - both - onlyA - onlyB));
  }

  private static List<Double> doubles(Row row, int from, int count) {
    List<Double> values = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      values.add(row.getDouble(i));
    }
    return values;
  }

  private static Column[] rest(List<Column> columns) {
    return columns.subList(1, columns.size()).toArray(Column[]::new);
  }
}
