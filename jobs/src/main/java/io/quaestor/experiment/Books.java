package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;

import io.quaestor.llm.Reply;
import io.quaestor.tables.ExperimentCall;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What each cohort needed, and what it shared with others.
 *
 * @param sets which cohorts needed the same asks, how many these are and what they cost
 */
record Books(List<Shared> sets) {

  /** Asks that these cohorts needed, and no others. */
  record Shared(List<String> cohorts, long calls, BigDecimal costUsd) {}

  /** There are as many sets as combinations of cohorts, whatever the number of asks. */
  static Books of(Dataset<ExperimentCall> calls, Dataset<Reply> replies) {
    List<Row> rows =
        calls
            .groupBy("askId")
            .agg(sort_array(collect_set("cohort")).as("cohorts"))
            .join(replies.select("askId", "costUsd"), "askId")
            .groupBy("cohorts")
            .agg(count(lit(1)), sum(col("costUsd")))
            .collectAsList();
    return new Books(
        rows.stream()
            .map(row -> new Shared(row.getList(0), row.getLong(1), row.getDecimal(2)))
            .toList());
  }

  long calls(String cohort) {
    return of(cohort).stream().mapToLong(Shared::calls).sum();
  }

  BigDecimal cost(String cohort) {
    return cost(of(cohort));
  }

  long sharedCalls(String cohort) {
    return shared(cohort).stream().mapToLong(Shared::calls).sum();
  }

  BigDecimal sharedCost(String cohort) {
    return cost(shared(cohort));
  }

  Map<String, Long> sharedWith(String cohort) {
    Map<String, Long> others = new TreeMap<>();
    for (Shared set : shared(cohort)) {
      for (String other : set.cohorts()) {
        others.merge(other, set.calls(), Long::sum);
      }
    }
    others.remove(cohort);
    return others;
  }

  /** What all of them cost together, each ask once. */
  BigDecimal paid() {
    return cost(sets);
  }

  private List<Shared> of(String cohort) {
    return sets.stream().filter(set -> set.cohorts().contains(cohort)).toList();
  }

  private List<Shared> shared(String cohort) {
    return of(cohort).stream().filter(set -> set.cohorts().size() > 1).toList();
  }

  private static BigDecimal cost(List<Shared> sets) {
    return sets.stream().map(Shared::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
