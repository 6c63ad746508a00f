package io.quaestor.agree;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import io.quaestor.lake.RecordEncoder;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The 2x2 counts of one pair, segment and criterion.
 *
 * @param n questions scored by both
 * @param excluded questions unscored by either
 */
public record Tally(
    String auditorA,
    String auditorB,
    String segment,
    String criterion,
    long n,
    long excluded,
    long bothPass,
    long aOnlyFail,
    long bOnlyFail,
    long bothFail) {
  static final String ALL = "all";

  private static final String PASSED =
      "if(%1$s.outcome = 'unscored', NULL,"
          + " coalesce(try_element_at(%1$s.gate, c), try_element_at(%1$s.soft, c)))";

  private static final String VERDICTS =
      """
      inline(concat(
        transform(
          array_intersect(concat(gateA, softA), concat(gateB, softB)),
          c -> named_struct('criterion', c, 'passedA', %s, 'passedB', %s)),
        array(
          named_struct('criterion', '%sgate', 'passedA', aGate, 'passedB', bGate),
          named_struct('criterion', '%sany', 'passedA', aAny, 'passedB', bAny))))"""
          .formatted(
              PASSED.formatted("a"), PASSED.formatted("b"), Standing.FLAGGED, Standing.FLAGGED);

  private static final String SEGMENTS =
      """
      explode(array(
        '%s',
        concat('type=', coalesce(type, 'none')),
        concat('difficulty=', coalesce(difficulty, 'none')),
        concat('unit=', coalesce(unitId, 'none')))) AS segment"""
          .formatted(ALL);

  /** Counts cells of the finest segments first, so that questions are gone through once. */
  static Dataset<Tally> of(Dataset<Row> standings) {
    Dataset<Row> cells =
        standings
            .selectExpr("auditorA", "auditorB", "type", "difficulty", "unitId", VERDICTS)
            .groupBy("auditorA", "auditorB", "type", "difficulty", "unitId", "criterion")
            .agg(
                expr("count_if(passedA IS NOT NULL AND passedB IS NOT NULL) AS n"),
                expr("count_if(passedA IS NULL OR passedB IS NULL) AS excluded"),
                expr("count_if(passedA AND passedB) AS bothPass"),
                expr("count_if(NOT passedA AND passedB) AS aOnlyFail"),
                expr("count_if(passedA AND NOT passedB) AS bOnlyFail"),
                expr("count_if(NOT passedA AND NOT passedB) AS bothFail"));
    return cells
        .selectExpr("*", SEGMENTS)
        .groupBy("auditorA", "auditorB", "segment", "criterion")
        .agg(total("n"), others("excluded", "bothPass", "aOnlyFail", "bOnlyFail", "bothFail"))
        .as(RecordEncoder.of(Tally.class));
  }

  private static Column total(String count) {
    return sum(col(count)).as(count);
  }

  private static Column[] others(String... counts) {
    return Stream.of(counts).map(Tally::total).toArray(Column[]::new);
  }
}
