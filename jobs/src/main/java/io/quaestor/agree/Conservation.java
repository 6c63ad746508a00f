package io.quaestor.agree;

import static org.apache.spark.sql.functions.expr;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.tables.Agreement;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every question judged by both is in exactly one count of each criterion and kind of segment. */
final class Conservation {
  private static final String EXPECTED =
      """
      inline(flatten(transform(
        concat(
          array_intersect(concat(gateA, softA), concat(gateB, softB)),
          array('flagged_gate', 'flagged_any')),
        c -> transform(
          array('all', 'type', 'difficulty', 'unit'),
          k -> named_struct('criterion', c, 'kind', k)))))""";

  private Conservation() {}

  /**
   * Checks the rows against the questions judged, which were counted apart from them.
   *
   * @throws JobException with exit code 1, naming a criterion that does not add up
   */
  static void check(Dataset<Agreement> rows, Comparison comparison) {
    Dataset<Row> counted =
        rows.selectExpr("*", "split(segment, '=')[0] AS kind")
            .groupBy("auditorA", "auditorB", "criterion", "kind")
            .agg(
                expr("sum(n + excluded) AS questions"),
                expr("sum(n) = sum(bothPass + aOnlyFail + bOnlyFail + bothFail) AS fourAddUp"));
    List<Row> wrong =
        comparison
            .dataset(rows.sparkSession())
            .selectExpr("auditorA", "auditorB", "judged", EXPECTED)
            .join(counted, new String[] {"auditorA", "auditorB", "criterion", "kind"}, "left")
            .where("questions IS NULL OR questions <> judged OR NOT fourAddUp")
            .selectExpr(
                "concat(auditorA, ' and ', auditorB, ', ', criterion, ' by ', kind, ': ',"
                    + " coalesce(questions, 0), ' of ', judged, ' questions')")
            .takeAsList(1);
    if (!wrong.isEmpty()) {
      throw new JobException(
          ExitCode.INTERNAL,
          "agreement_not_conserved",
          "The comparison does not add up: " + wrong.get(0).getString(0),
          "nothing was written; report this with the audits table");
    }
  }
}
