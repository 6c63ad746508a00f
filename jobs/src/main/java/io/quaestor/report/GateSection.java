package io.quaestor.report;

import io.quaestor.report.Bars.Series;
import io.quaestor.report.Grid.Column;
import io.quaestor.udfs.agreement.Wilson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each auditor found, per criterion, on the current text of the questions. */
public final class GateSection {
  private static final String OUTCOME = "outcome";

  /** The latest verdict of every auditor on every content, and whether that still stands. */
  private static final String LATEST =
      """
      SELECT auditor, stands, v.*
      FROM (SELECT auditor, coalesce(bool_or(stands), false) AS stands,
                   max_by(struct(outcome, reason, gate_criteria, soft_criteria, audited_at),
                          struct(audited_at, audit_id)) AS v
            FROM audits LEFT JOIN (SELECT question_id, content_sha256, true AS stands
                                   FROM questions) USING (question_id, content_sha256)
            GROUP BY auditor, question_id, content_sha256)""";

  /** Outcomes, verdicts, days and weeks alike as entries to count: the audits are read once. */
  private static final String COUNTS =
      """
      SELECT auditor, kind, name, passed, failed, unscored, reasons
      FROM (SELECT *, row_number() OVER (PARTITION BY auditor, kind ORDER BY name DESC) AS place
            FROM (SELECT auditor, kind, name,
                         count_if(passed AND outcome <> 'unscored') AS passed,
                         count_if(NOT passed AND outcome <> 'unscored') AS failed,
                         count_if(outcome = 'unscored') AS unscored,
                         concat_ws(', ', array_sort(collect_set(reason))) AS reasons
                  FROM (SELECT auditor, outcome, reason, inline(filter(concat(
                          array(named_struct('kind', '%1$s', 'name', '', 'passed', pass),
                                named_struct('kind', '%2$s', 'name', day, 'passed', pass),
                                named_struct('kind', '%3$s', 'name', week, 'passed', pass)),
                          transform(map_entries(coalesce(gate_criteria, map())), e ->
                            named_struct('kind', 'gate', 'name', e.key, 'passed', e.value)),
                          transform(map_entries(coalesce(soft_criteria, map())), e ->
                            named_struct('kind', 'soft', 'name', e.key, 'passed', e.value))),
                          e -> (stands OR e.kind IN ('%2$s', '%3$s')) AND e.name IS NOT NULL))
                        FROM (SELECT *, outcome = 'pass' AS pass,
                                     string(date(audited_at)) AS day,
                                     string(date(date_trunc('WEEK', audited_at))) AS week
                              FROM (%4$s)))
                  GROUP BY auditor, kind, name))
      WHERE place <= %5$d ORDER BY auditor, kind, name LIMIT 2000"""
          .formatted(OUTCOME, TrendSection.DAY, TrendSection.WEEK, LATEST, TrendSection.POINTS + 1);

  private GateSection() {}

  /**
   * One auditor's outcomes ({@code kind} is {@code outcome}), in all or of a {@code day} or {@code
   * week}, or its verdicts on a criterion.
   */
  public record CountRow(
      String auditor,
      String kind,
      String name,
      long passed,
      long failed,
      long unscored,
      String reasons) {
    long scored() {
      return passed + failed;
    }

    long judged() {
      return passed + failed + unscored;
    }
  }

  /**
   * What the auditors found.
   *
   * @param times outcomes of days and of weeks, on every content that was audited
   */
  record Findings(List<CountRow> auditors, List<CountRow> criteria, List<CountRow> times) {

    /** Names of the criteria an auditor judges; gate criteria only, or soft ones too. */
    List<String> criteriaOf(String auditor, boolean softToo) {
      return criteria.stream()
          .filter(r -> r.auditor.equals(auditor) && (softToo || r.kind.equals("gate")))
          .map(CountRow::name)
          .distinct()
          .sorted()
          .toList();
    }
  }

  static Findings findings(Queries queries) {
    List<CountRow> rows = queries.list(CountRow.class, COUNTS);
    return new Findings(of(rows, OUTCOME), of(rows, "gate", "soft"), TrendSection.times(rows));
  }

  private static List<CountRow> of(List<CountRow> rows, String... kinds) {
    return rows.stream().filter(row -> List.of(kinds).contains(row.kind)).toList();
  }

  static Section of(Findings findings) {
    if (findings.auditors.isEmpty()) {
      return Section.of("gate", "Audit", "No question has been audited yet.");
    }
    return Section.of(
            "gate",
            "Audit",
            "Counted is each auditor's latest verdict on the current text of a question. All gate"
                + " criteria have to pass; soft signals are logged and never gate. A verdict that"
                + " is missing is unscored: neither a pass nor a fail. Intervals are 95% Wilson"
                + " intervals over the scored verdicts.")
        .with(chart(findings.criteria))
        .with(outcomes(findings.auditors), criteria(findings));
  }

  private static Grid outcomes(List<CountRow> auditors) {
    Grid grid =
        Grid.of(
            "Questions per auditor",
            Column.text("Auditor"),
            Column.number("Judged"),
            Column.number("Pass"),
            Column.number("Fail"),
            Column.number("Unscored"),
            Column.number("Fail rate (95% interval)"),
            Column.text("Why unscored"));
    auditors.forEach(
        r ->
            grid.line(
                r.auditor,
                r.judged(),
                r.passed,
                r.failed,
                r.unscored,
                Format.percent(Wilson.interval(r.failed, r.scored())),
                r.reasons.isEmpty() ? null : Format.words(r.reasons)));
    return grid;
  }

  private static Grid criteria(Findings findings) {
    Map<String, Long> judged =
        findings.auditors.stream().collect(Collectors.toMap(CountRow::auditor, CountRow::judged));
    Grid grid =
        Grid.of(
            "Verdicts per auditor and criterion",
            Column.text("Auditor and criterion"),
            Column.text("Kind"),
            Column.number("Pass"),
            Column.number("Fail"),
            Column.number("Unscored"),
            Column.number("Fail rate (95% interval)"));
    findings.criteria.forEach(
        r ->
            grid.line(
                r.auditor + ": " + Format.words(r.name),
                r.kind,
                r.passed,
                r.failed,
                judged.getOrDefault(r.auditor, r.scored()) - r.scored(),
                Format.percent(Wilson.interval(r.failed, r.scored()))));
    return grid;
  }

  private static Chart chart(List<CountRow> rows) {
    List<String> criteria = rows.stream().map(CountRow::name).distinct().sorted().toList();
    Map<String, Map<String, Double>> rates = new TreeMap<>();
    rows.stream()
        .filter(r -> r.scored() > 0)
        .forEach(
            r ->
                rates
                    .computeIfAbsent(r.auditor, auditor -> new TreeMap<>())
                    .put(r.name, Math.round(1000.0 * r.failed / r.scored()) / 10.0));
    List<Series> series =
        rates.entrySet().stream()
            .map(
                e ->
                    new Series(
                        e.getKey(), "auto", criteria.stream().map(e.getValue()::get).toList()))
            .toList();
    return new Bars(
        "Fail rate per criterion and auditor",
        "%",
        false,
        criteria.stream().map(Format::words).toList(),
        series);
  }
}
