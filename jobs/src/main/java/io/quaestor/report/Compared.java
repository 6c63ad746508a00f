package io.quaestor.report;

import io.quaestor.lake.Table;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Agreement;
import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.AuditorPanel;
import io.quaestor.tables.CriterionFailRate;
import io.quaestor.tables.ExperimentResult;
import io.quaestor.tables.FamilyFailRate;
import io.quaestor.tables.UnscoredRate;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the newest comparisons and calibrations found. The tables are small and wide, so those that
 * belong to the comparisons shown are read in one query, as JSON.
 *
 * @param agreement of each pair's newest comparison: the whole, and what was flagged by type and
 *     difficulty
 * @param panels over all questions, of each panel's newest comparison
 * @param unscored of each auditor's newest comparison: over all questions, and of every other kind
 *     of segment the one with the largest share
 * @param failRates of each auditor's newest comparison; families likewise
 * @param accuracy of each auditor's newest calibration
 * @param experiment of the newest comparison of an experiment's cohorts
 */
record Compared(
    List<Agreement> agreement,
    List<AuditorPanel> panels,
    List<UnscoredRate> unscored,
    List<CriterionFailRate> failRates,
    List<FamilyFailRate> families,
    List<AuditorAccuracy> accuracy,
    List<ExperimentResult> experiment) {

  private static final String SOURCE = "SELECT '%s' AS source, to_json(struct(*)) AS row FROM (%s)";

  private static final String AGREEMENT =
      """
      SELECT * EXCEPT (newest)
      FROM (SELECT *, max(struct(created_at, comparison_id))
                      OVER (PARTITION BY auditor_a, auditor_b) AS newest
            FROM auditor_agreement
            WHERE segment = 'all' OR (criterion = 'flagged_gate'
                                      AND (segment LIKE 'type=%' OR segment LIKE 'difficulty=%')))
      WHERE comparison_id = newest.comparison_id
      ORDER BY segment <> 'all', auditor_a, auditor_b, segment, startswith(criterion, 'flagged_'),
               if(criterion = 'flagged_any', 'z', criterion) LIMIT 1000""";

  /** The tables of the same comparisons; %1$s are their ids. */
  private static final Map<Table<?>, String> OTHERS =
      Map.of(
          Tables.AUDITOR_PANELS,
          "SELECT * FROM auditor_panels WHERE segment = 'all' AND comparison_id IN (%1$s)",
          Tables.UNSCORED_RATES,
          """
          SELECT worst.* FROM
            (SELECT max_by(struct(*), struct(share, segment)) AS worst FROM unscored_rates
             WHERE comparison_id IN (%1$s)
             GROUP BY comparison_id, auditor, criterion, segment_kind)""",
          Tables.CRITERION_FAIL_RATES,
          "SELECT * FROM criterion_fail_rates WHERE comparison_id IN (%1$s)",
          Tables.FAMILY_FAIL_RATES,
          "SELECT * FROM family_fail_rates WHERE comparison_id IN (%1$s)",
          Tables.AUDITOR_ACCURACY,
          "SELECT * FROM auditor_accuracy ORDER BY created_at DESC LIMIT 2000",
          Tables.EXPERIMENT_RESULTS,
          """
          SELECT * FROM experiment_results
          WHERE experiment_id =
            (SELECT max_by(experiment_id, struct(created_at, experiment_id)) FROM experiment_results)
          LIMIT 1000""");

  /** A row of a table, as JSON. */
  public record Kept(String source, String row) {}

  static Compared read(Queries queries) {
    List<Agreement> agreement =
        rows(kept(queries, Map.of(Tables.AGREEMENT, AGREEMENT)), Tables.AGREEMENT);
    String ids =
        Stream.concat(Stream.of(""), agreement.stream().map(Agreement::comparisonId))
            .distinct()
            .map(Queries::literal)
            .collect(Collectors.joining(", "));
    Map<Table<?>, String> others = new LinkedHashMap<>();
    OTHERS.forEach((table, sql) -> others.put(table, sql.formatted(ids)));
    Map<String, List<Kept>> rows = kept(queries, others);
    return new Compared(
        agreement,
        newest(rows(rows, Tables.AUDITOR_PANELS), AuditorPanel::auditors, AuditorPanel::createdAt),
        newest(rows(rows, Tables.UNSCORED_RATES), UnscoredRate::auditor, UnscoredRate::createdAt),
        newest(
            rows(rows, Tables.CRITERION_FAIL_RATES),
            CriterionFailRate::auditor,
            CriterionFailRate::createdAt),
        newest(
            rows(rows, Tables.FAMILY_FAIL_RATES),
            FamilyFailRate::auditor,
            FamilyFailRate::createdAt),
        newest(
            rows(rows, Tables.AUDITOR_ACCURACY),
            AuditorAccuracy::auditor,
            AuditorAccuracy::createdAt),
        rows(rows, Tables.EXPERIMENT_RESULTS).stream()
            .sorted(Comparator.comparingInt(ExperimentResult::ordinal))
            .toList());
  }

  private static Map<String, List<Kept>> kept(Queries queries, Map<Table<?>, String> tables) {
    String all =
        tables.entrySet().stream()
            .map(each -> SOURCE.formatted(each.getKey().name(), each.getValue()))
            .collect(Collectors.joining("\nUNION ALL\n"));
    return queries.list(Kept.class, all).stream().collect(Collectors.groupingBy(Kept::source));
  }

  /** Of each group, such as an auditor, what was found last. */
  private static <T> List<T> newest(
      List<T> rows, Function<T, Object> group, Function<T, Instant> createdAt) {
    Map<Object, Instant> last =
        rows.stream().collect(Collectors.toMap(group, createdAt, (x, y) -> x.isAfter(y) ? x : y));
    return rows.stream()
        .filter(row -> createdAt.apply(row).equals(last.get(group.apply(row))))
        .toList();
  }

  private static <T extends Record> List<T> rows(Map<String, List<Kept>> rows, Table<T> table) {
    Stream<Kept> kept = rows.getOrDefault(table.name(), List.of()).stream();
    return kept.map(each -> TableJson.row(each.row(), table.row())).toList();
  }
}
