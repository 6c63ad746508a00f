package io.quaestor.audit.calibrate;

import static org.apache.spark.sql.functions.expr;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.CalibrationAudit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;

/**
 * Votes, counted: what is here grows with auditors, criteria and patterns, not with items.
 *
 * @param endings by auditor
 */
record Votes(List<VotePattern> patterns, Map<String, Ending> endings) {

  static Votes of(
      Items items, Dataset<CalibrationAudit> audits, Map<String, List<String>> criteria) {
    HashMap<String, ArrayList<String>> lists = new HashMap<>();
    criteria.forEach((auditor, names) -> lists.put(auditor, new ArrayList<>(names)));
    List<VotePattern> patterns =
        items
            .rows()
            .joinWith(audits, items.rows().col("itemId").equalTo(audits.col("itemId")))
            .flatMap(new Vote.Of(lists), RecordEncoder.of(Vote.class))
            .groupBy("itemId", "criterion", "defect")
            .agg(expr("sort_array(collect_list(struct(auditor, holds))) AS ballots"))
            .groupBy("criterion", "defect", "ballots")
            .agg(expr("count(*) AS items"))
            .as(RecordEncoder.of(VotePattern.class))
            .collectAsList();
    return new Votes(patterns, endings(audits));
  }

  private static Map<String, Ending> endings(Dataset<CalibrationAudit> audits) {
    Map<String, Ending> endings = new HashMap<>();
    audits
        .groupBy("auditor")
        .agg(
            expr("nullif(array_join(array_sort(collect_set(model)), ','), '') AS model"),
            expr("count_if(outcome IN ('pass', 'fail')) AS scored"),
            expr("count_if(outcome = 'unscored') AS unscored"))
        .as(RecordEncoder.of(Ending.class))
        .collectAsList()
        .forEach(ending -> endings.put(ending.auditor(), ending));
    return endings;
  }

  List<VotePattern> of(String criterion) {
    return patterns.stream().filter(pattern -> pattern.criterion().equals(criterion)).toList();
  }

  /**
   * Every item is scored or unscored by every auditor, and untouched ones by every criterion.
   *
   * @param counts of items, counted apart from votes
   * @throws JobException with exit code 1 that names what does not add up
   */
  void requireAll(Map<String, Long> counts, Map<String, List<String>> criteria) {
    criteria.forEach(
        (auditor, names) -> {
          Ending ending = endings.getOrDefault(auditor, new Ending(auditor, null, 0, 0));
          require(auditor, ending.scored() + ending.unscored(), counts.get(Items.ALL));
          for (String criterion : names) {
            long votes = Tally.of(of(criterion), auditor, Objects::isNull).items();
            require(auditor + ", " + criterion, votes, counts.get(Items.UNTOUCHED));
          }
        });
  }

  private static void require(String what, long found, long items) {
    if (found != items) {
      throw new JobException(
          ExitCode.INTERNAL,
          "calibration_not_conserved",
          "The calibration does not add up: %s: %d of %d items".formatted(what, found, items),
          "nothing was written; report this with the calibration's arguments");
    }
  }
}
