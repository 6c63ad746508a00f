package io.quaestor.agree;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.sum;

import io.quaestor.JobException;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Audit;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** Who has audited at all, how often and what they ask: one row an auditor. */
record Roster(List<Entry> entries) {

  /**
   * An auditor.
   *
   * @param models ids that its audits report, without nulls
   * @param audits how many there are
   */
  public record Entry(
      String auditor, List<String> models, List<String> gate, List<String> soft, long audits) {}

  static Roster of(Dataset<Audit> audits) {
    return new Roster(
        audits
            .toDF()
            .groupBy(
                col("auditor"),
                col("model"),
                map_keys(col("gateCriteria")).as("gate"),
                map_keys(col("softCriteria")).as("soft"))
            .agg(count(lit(1)).as("audits"))
            .groupBy("auditor")
            .agg(
                array_sort(collect_set("model")).as("models"),
                together("gate"),
                together("soft"),
                sum("audits").as("audits"))
            .as(RecordEncoder.of(Entry.class))
            .collectAsList());
  }

  private static Column together(String criteria) {
    return coalesce(
            array_sort(array_distinct(flatten(collect_set(criteria)))),
            org.apache.spark.sql.functions.array().cast("array<string>"))
        .as(criteria);
  }

  /**
   * The same of these auditors alone.
   *
   * @throws JobException with exit code 2 when one has no audits, naming those that have
   */
  Roster of(List<String> auditors) {
    TreeSet<String> known =
        entries.stream().map(Entry::auditor).collect(Collectors.toCollection(TreeSet::new));
    for (String auditor : auditors) {
      if (!known.contains(auditor)) {
        throw JobException.input(
            "unknown_auditor",
            "No audits by '%s'; there are audits by %s"
                .formatted(auditor, known.isEmpty() ? "nobody" : String.join(", ", known)),
            "name one of those, or run audit --auditor %s first".formatted(auditor));
      }
    }
    return new Roster(
        auditors.stream()
            .flatMap(name -> entries.stream().filter(entry -> entry.auditor().equals(name)))
            .toList());
  }

  List<String> auditors() {
    return entries.stream().map(Entry::auditor).toList();
  }

  Slots slots() {
    return new Slots(union(Entry::gate), union(Entry::soft));
  }

  /** How many audits there are. */
  long audits() {
    return entries.stream().mapToLong(Entry::audits).sum();
  }

  private List<String> union(Function<Entry, List<String>> criteria) {
    return entries.stream()
        .flatMap(entry -> criteria.apply(entry).stream())
        .sorted()
        .distinct()
        .toList();
  }
}
