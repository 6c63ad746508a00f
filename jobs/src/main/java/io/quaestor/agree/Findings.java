package io.quaestor.agree;

import static org.apache.spark.sql.functions.col;

import io.quaestor.lake.Lake;
import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.lake.Together;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.CriterionFailRate;
import io.quaestor.tables.UnscoredRate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/**
 * What a comparison found over all questions, as the tables have it.
 *
 * @param agreement rows of segment {@code all}: pairs in the order of the comparison, criteria in
 *     that of their names, the question level last
 * @param unscored over all questions, one per auditor and criterion
 * @param rows of {@code auditor_agreement}, segments included
 */
public record Findings(
    List<Agreement> agreement,
    List<CriterionFailRate> failRates,
    List<UnscoredRate> unscored,
    long rows) {
  static final Findings NONE = new Findings(List.of(), List.of(), List.of(), 0);

  static Findings of(Lake lake, String comparisonId) {
    Dataset<Agreement> agreement = rows(lake, Tables.AGREEMENT, comparisonId);
    Column questionLevel = col("criterion").startsWith(Jury.FLAGGED);
    List<Agreement> overall = new ArrayList<>();
    List<CriterionFailRate> failRates = new ArrayList<>();
    List<UnscoredRate> unscored = new ArrayList<>();
    Together.run(
        () ->
            overall.addAll(
                agreement
                    .filter(col("segment").equalTo(AgreementRows.ALL))
                    .orderBy(col("auditorA"), col("auditorB"), questionLevel, col("criterion"))
                    .collectAsList()),
        () ->
            failRates.addAll(
                rows(lake, Tables.CRITERION_FAIL_RATES, comparisonId)
                    .orderBy("auditor", "role", "criterion")
                    .collectAsList()),
        () ->
            unscored.addAll(
                rows(lake, Tables.UNSCORED_RATES, comparisonId)
                    .filter(col("segmentKind").equalTo(AgreementRows.ALL))
                    .orderBy("auditor", "criterion")
                    .collectAsList()));
    return new Findings(overall, failRates, unscored, agreement.count());
  }

  private static <T extends Record> Dataset<T> rows(
      Lake lake, Table<T> table, String comparisonId) {
    return lake.read(table).filter(col("comparisonId").equalTo(comparisonId));
  }
}
