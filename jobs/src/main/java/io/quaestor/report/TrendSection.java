package io.quaestor.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.quaestor.report.GateSection.CountRow;
import io.quaestor.report.Grid.Column;
import io.quaestor.tables.Interval;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How many questions each auditor passed, over time. */
final class TrendSection {
  static final String DAY = "day";
  static final String WEEK = "week";

  /** So many days or weeks at most. */
  static final int POINTS = 60;

  private static final int UNFOLDED = 12;

  private TrendSection() {}

  /** Outcomes by day where these are few, else by week; the newest, each named by its first day. */
  static List<CountRow> times(List<CountRow> rows) {
    List<CountRow> days = rows.stream().filter(row -> row.kind().equals(DAY)).toList();
    return names(days).size() <= POINTS
        ? days
        : rows.stream().filter(row -> row.kind().equals(WEEK)).toList();
  }

  static Section of(List<CountRow> times) {
    if (times.isEmpty()) {
      return Section.of("trend", "Pass rates over time", "No question has been audited yet.");
    }
    List<String> all = names(times);
    List<String> shown = all.subList(Math.max(0, all.size() - POINTS), all.size());
    String kind = times.get(0).kind();
    return Section.of(
            "trend",
            "Pass rates over time",
            "Counted is each auditor's latest verdict on every text of a question, on the %s it was"
                    .formatted(kind)
                + " given (UTC). A change can come from the questions, the prompts or the model."
                + " Unscored verdicts are counted apart.",
            all.size() > shown.size()
                ? "Shown are the newest %d %ss.".formatted(POINTS, kind)
                : "Bands and whiskers are 95% Wilson intervals.")
        .with(Part.of(chart(times, shown, kind), grid(times, shown)));
  }

  private static List<String> names(List<CountRow> rows) {
    return rows.stream().map(CountRow::name).distinct().sorted().toList();
  }

  private static Chart chart(List<CountRow> times, List<String> shown, String kind) {
    Map<String, List<CountRow>> byAuditor =
        times.stream().collect(groupingBy(CountRow::auditor, TreeMap::new, toList()));
    List<Marks> series = new ArrayList<>();
    byAuditor.forEach(
        (auditor, rows) -> {
          Map<String, CountRow> at =
              rows.stream().collect(toMap(CountRow::name, Function.identity()));
          series.add(
              new Marks(
                  auditor,
                  series.size(),
                  false,
                  shown.stream().map(name -> mark(at.get(name))).toList()));
        });
    return new Lines(
        "Share of scored questions that passed, per " + kind,
        shown.stream().map(name -> kind.equals(WEEK) ? week(name) : name).toList(),
        series);
  }

  private static Marks.Mark mark(CountRow row) {
    if (row == null || row.scored() == 0) {
      return null;
    }
    Estimate rate = Wilson.interval(row.passed(), row.scored());
    return Marks.mark(
        rate.point().value(),
        new Interval(rate.low(), rate.high()),
        "%s of %s".formatted(Format.percent(rate), Format.count(row.scored())));
  }

  private static Grid grid(List<CountRow> times, List<String> shown) {
    Grid grid =
        Grid.of(
            "Outcomes over time",
            Column.text("From"),
            Column.text("Auditor"),
            Column.number("Scored"),
            Column.number("Pass"),
            Column.number("Fail"),
            Column.number("Unscored"),
            Column.number("Pass rate (95% interval)"));
    times.stream()
        .filter(row -> shown.contains(row.name()))
        .sorted(Comparator.comparing(CountRow::name).thenComparing(CountRow::auditor))
        .forEach(
            r ->
                grid.line(
                    r.name(),
                    r.auditor(),
                    r.scored(),
                    r.passed(),
                    r.failed(),
                    r.unscored(),
                    r.scored() == 0
                        ? Undefined.because("no_ratings")
                        : Format.percent(Wilson.interval(r.passed(), r.scored()))));
    return grid.size() > UNFOLDED ? grid.folded() : grid;
  }

  /** {@code 2026-W47}. */
  private static String week(String monday) {
    return LocalDate.parse(monday).format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
  }
}
