package io.quaestor.audit.calibrate;

import static org.apache.spark.sql.functions.expr;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.CalibrationAudit;
import io.quaestor.tables.CalibrationItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Counts votes; what comes to the driver grows with auditors and criteria, not with items. */
record Votes(Dataset<Vote> votes, Dataset<CalibrationAudit> audits) {

  static Votes of(
      Dataset<CalibrationItem> items,
      Dataset<CalibrationAudit> audits,
      Map<String, List<String>> criteria) {
    HashMap<String, ArrayList<String>> lists = new HashMap<>();
    criteria.forEach((auditor, names) -> lists.put(auditor, new ArrayList<>(names)));
    Dataset<Vote> votes =
        items
            .joinWith(audits, items.col("itemId").equalTo(audits.col("itemId")))
            .flatMap(new Vote.Of(lists), RecordEncoder.of(Vote.class));
    return new Votes(votes, audits);
  }

  List<Tally> tallies() {
    return votes
        .groupBy("auditor", "criterion", "defect")
        .agg(
            expr("count(holds) AS scored"),
            expr("count_if(NOT holds) AS failed"),
            expr("count_if(holds IS NULL) AS unscored"))
        .as(RecordEncoder.of(Tally.class))
        .collectAsList();
  }

  List<VotePattern> patterns() {
    return votes
        .groupBy("itemId", "criterion")
        .agg(expr("sort_array(collect_list(struct(auditor, holds))) AS ballots"))
        .groupBy("criterion", "ballots")
        .agg(expr("count(*) AS items"))
        .as(RecordEncoder.of(VotePattern.class))
        .collectAsList();
  }

  /** The exact ids that providers answered with, by auditor; null for none. */
  Map<String, String> models() {
    Map<String, String> models = new HashMap<>();
    for (Row row :
        audits
            .groupBy("auditor")
            .agg(expr("nullif(array_join(array_sort(collect_set(model)), ','), '')"))
            .collectAsList()) {
      models.put(row.getString(0), row.getString(1));
    }
    return models;
  }

  /** Items by auditor and outcome. */
  Map<String, Long> outcomes() {
    Map<String, Long> outcomes = new HashMap<>();
    audits
        .groupBy(expr("concat(auditor, ' ', outcome) AS ending"))
        .agg(expr("count(*) AS items"))
        .as(Encoders.tuple(Encoders.STRING(), Encoders.LONG()))
        .collectAsList()
        .forEach(pair -> outcomes.put(pair._1(), pair._2()));
    return outcomes;
  }
}
