package io.quaestor.agree;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a question stands with both auditors: adds {@code aGate, aAny, bGate, bAny} (true: it passed
 * all of that auditor's own criteria, false: one or more failed, null: unscored) to the questions
 * judged by both, next to the pair's {@link Scope}.
 *
 * <p>A question that failed nothing but lacks a soft verdict its auditor gives elsewhere has not
 * passed all of them: under {@code any} it is unscored.
 */
final class Standing {
  /** Question-level criteria are this plus the definition of flagged. */
  static final String FLAGGED = "flagged_";

  private static final String GATE =
      """
      CASE WHEN %1$s.outcome = 'unscored' THEN NULL
           ELSE NOT exists(map_values(%1$s.gate), v -> NOT v) END AS %1$sGate""";

  private static final String ANY =
      """
      CASE WHEN %1$s.outcome = 'unscored' THEN NULL
           WHEN exists(concat(map_values(%1$s.gate), map_values(%1$s.soft)), v -> NOT v) THEN false
           WHEN cardinality(map_filter(%1$s.soft, (k, v) -> v IS NOT NULL))
                < cardinality(soft%2$s) THEN NULL
           ELSE true END AS %1$sAny""";

  private Standing() {}

  static Dataset<Row> of(Dataset<Row> judgedByBoth, Dataset<Row> scopes) {
    return judgedByBoth
        .join(scopes, new String[] {"auditorA", "auditorB"}, "inner")
        .selectExpr(
            "*",
            GATE.formatted("a"),
            ANY.formatted("a", "A"),
            GATE.formatted("b"),
            ANY.formatted("b", "B"));
  }
}
