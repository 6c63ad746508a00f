package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import io.quaestor.tables.CriterionFailRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which criteria are fit to be a gate. */
final class FitSection {
  private static final int ROWS = 40;

  private FitSection() {}

  static Section of(List<CriterionFailRate> found) {
    if (found.isEmpty()) {
      return Section.of("fit", "Gate or soft signal", "No auditors have been compared yet.");
    }
    List<CriterionFailRate> rates =
        found.stream()
            .sorted(
                Comparator.comparing(CriterionFailRate::auditor)
                    .thenComparing(CriterionFailRate::role)
                    .thenComparing(CriterionFailRate::criterion))
            .toList();
    double limit = rates.get(0).gateBelow();
    return Section.of(
            "fit",
            "Gate or soft signal",
            ("A criterion that fails below %s of the questions is fit to be a gate, one that fails"
                    + " more to be a soft signal; where the 95%% interval spans the threshold, more"
                    + " questions have to tell. The threshold is agree.gate_below.")
                .formatted(Format.percent(limit)))
        .with(Part.of(chart(rates.stream().limit(ROWS).toList(), limit), grid(rates)));
  }

  private static Chart chart(List<CriterionFailRate> rates, double limit) {
    List<Marks> series = new ArrayList<>();
    for (String role : List.of("gate", "soft")) {
      series.add(
          new Marks(
              "now " + role,
              series.size(),
              false,
              rates.stream().map(r -> r.role().equals(role) ? mark(r) : null).toList()));
    }
    return new Dots(
        "Fail rate per auditor and criterion with 95% intervals, and the threshold",
        false,
        100 * limit,
        rates.stream().map(r -> r.auditor() + ": " + Format.words(r.criterion())).toList(),
        series.stream().filter(each -> !each.isEmpty()).toList());
  }

  private static Marks.Mark mark(CriterionFailRate r) {
    return Marks.mark(r.rate(), r.rateInterval(), Format.percent(r.rate(), r.rateInterval()));
  }

  private static Grid grid(List<CriterionFailRate> rates) {
    Grid grid =
        Grid.of(
            "Fail rates and what they recommend",
            Column.text("Auditor and criterion"),
            Column.text("Is"),
            Column.number("n"),
            Column.number("Fails"),
            Column.number("Fail rate (95% interval)"),
            Column.text("Fit to be"));
    rates.forEach(
        r ->
            grid.line(
                r.auditor() + ": " + Format.words(r.criterion()),
                r.role(),
                r.n(),
                r.fails(),
                r.rate() == null
                    ? Undefined.because(r.undefined())
                    : Format.percent(r.rate(), r.rateInterval()),
                fit(r)));
    return grid;
  }

  private static String fit(CriterionFailRate r) {
    return r.recommendation().equals("undecided") || r.recommendation().equals(r.role())
        ? r.recommendation()
        : r.recommendation() + ", but is " + r.role();
  }
}
