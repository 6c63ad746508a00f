package io.quaestor.agree;

import static org.apache.spark.sql.functions.lit;

import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.BlindSpot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Questions one auditor flagged while the other passed all of its own criteria. */
final class BlindSpots {
  private static final String FIRED =
      "array_sort(array_distinct(map_keys(map_filter(%s, (k, v) -> NOT v))))";
  private static final String FIRED_ANY =
      "array_sort(array_distinct(concat(map_keys(map_filter(%1$s.gate, (k, v) -> NOT v)),"
          + " map_keys(map_filter(%1$s.soft, (k, v) -> NOT v)))))";
  private static final String SPOT =
      "named_struct('definition', '%s', 'flaggedBy', %s, 'missedBy', %s, 'blind', %s,"
          + " 'criteria', %s)";

  private BlindSpots() {}

  static Dataset<BlindSpot> of(Dataset<Row> standings, String comparisonId) {
    String spots =
        String.join(
            ", ",
            gate("auditorA", "auditorB", "a", "b"),
            gate("auditorB", "auditorA", "b", "a"),
            any("auditorA", "auditorB", "a", "b"),
            any("auditorB", "auditorA", "b", "a"));
    return standings
        .selectExpr("questionId", "inline(array(" + spots + "))")
        .where("blind")
        .drop("blind")
        .withColumn("comparisonId", lit(comparisonId))
        .as(RecordEncoder.of(BlindSpot.class));
  }

  private static String gate(String flaggedBy, String missedBy, String flagging, String passing) {
    String blind = "NOT %sGate AND %sGate".formatted(flagging, passing);
    return SPOT.formatted("gate", flaggedBy, missedBy, blind, FIRED.formatted(flagging + ".gate"));
  }

  private static String any(String flaggedBy, String missedBy, String flagging, String passing) {
    String blind = "NOT %sAny AND %sAny".formatted(flagging, passing);
    return SPOT.formatted("any", flaggedBy, missedBy, blind, FIRED_ANY.formatted(flagging));
  }
}
