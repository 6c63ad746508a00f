package io.quaestor.agree;

import io.quaestor.tables.Interval;
import io.quaestor.udfs.agreement.bootstrap.ClusterBootstrap;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Intervals of one pair and criterion over whole documents.
 *
 * @param documents null where intervals are not clustered
 * @param replicates null where there are none
 * @param undefined column to reason
 */
public record Clustered(
    Long documents,
    Integer replicates,
    Interval agreement,
    Interval kappa,
    Interval ac1,
    Map<String, String> undefined)
    implements Serializable {
  private static final List<String> COLUMNS =
      List.of("agreement_clustered", "kappa_clustered", "gwet_ac1_clustered");

  /** None, for the reason. */
  static Clustered undefined(Long documents, String reason) {
    Map<String, String> reasons = new HashMap<>();
    COLUMNS.forEach(column -> reasons.put(column, reason));
    return new Clustered(documents, null, null, null, null, reasons);
  }

  /** Of agreement, kappa and AC1, in this order. */
  static Clustered of(long documents, int replicates, List<ClusterBootstrap.Interval> intervals) {
    Map<String, String> reasons = new HashMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (Reasons.interval(intervals.get(i).estimate()) == null) {
        String reason = intervals.get(i).estimate().point().undefined();
        reasons.put(COLUMNS.get(i), reason == null ? "undefined_in_replicates" : reason);
      }
    }
    return new Clustered(
        documents,
        replicates,
        Reasons.interval(intervals.get(0).estimate()),
        Reasons.interval(intervals.get(1).estimate()),
        Reasons.interval(intervals.get(2).estimate()),
        reasons);
  }
}
