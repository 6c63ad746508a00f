package io.quaestor.report;

import io.quaestor.report.Chart.Series;
import io.quaestor.report.Grid.Column;
import io.quaestor.udfs.agreement.Wilson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each auditor found, per criterion, on the current text of the questions. */
public final class GateSection {
  private static final String OUTCOME = "outcome";

  /** The latest verdict of every auditor on every question's current content. */
  private static final String LATEST =
      """
      SELECT auditor, v.*
      FROM (SELECT auditor, max_by(struct(outcome, reason, gate_criteria, soft_criteria),
                                   struct(audited_at, audit_id)) AS v
            FROM audits LEFT SEMI JOIN questions
              ON questions.question_id = audits.question_id
              AND questions.content_sha256 = audits.content_sha256
            GROUP BY auditor, audits.question_id)""";

  /** Outcomes and verdicts alike as entries to count, so that the audits are read once. */
  private static final String COUNTS =
      """
      SELECT auditor, kind, name, count_if(passed AND outcome <> 'unscored') AS passed,
             count_if(NOT passed AND outcome <> 'unscored') AS failed,
             count_if(outcome = 'unscored') AS unscored,
             concat_ws(', ', array_sort(collect_set(reason))) AS reasons
      FROM (SELECT auditor, outcome, reason, inline(concat(
              array(named_struct('kind', '%s', 'name', '', 'passed', outcome = 'pass')),
              transform(map_entries(coalesce(gate_criteria, map())),
                        e -> named_struct('kind', 'gate', 'name', e.key, 'passed', e.value)),
              transform(map_entries(coalesce(soft_criteria, map())),
                        e -> named_struct('kind', 'soft', 'name', e.key, 'passed', e.value))))
            FROM (%s))
      GROUP BY auditor, kind, name ORDER BY auditor, kind, name LIMIT 400"""
          .formatted(OUTCOME, LATEST);

  private GateSection() {}

  /** One auditor's outcomes ({@code kind} is {@code outcome}), or its verdicts on a criterion. */
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

  /** What the auditors found. */
  record Findings(List<CountRow> auditors, List<CountRow> criteria) {

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
    Map<Boolean, List<CountRow>> rows =
        queries.list(CountRow.class, COUNTS).stream()
            .collect(Collectors.partitioningBy(r -> r.kind.equals(OUTCOME)));
    return new Findings(rows.get(true), rows.get(false));
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
    return new Chart(
        "gate-chart",
        "Fail rate per criterion and auditor",
        "%",
        false,
        criteria.stream().map(Format::words).toList(),
        series);
  }
}
