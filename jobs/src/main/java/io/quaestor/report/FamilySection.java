package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import io.quaestor.tables.FamilyFailRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether auditors go easy on models of their own family. */
final class FamilySection {
  private static final int COLUMNS = 12;
  private static final int ROWS = 200;

  private FamilySection() {}

  static Section of(List<FamilyFailRate> found) {
    if (found.isEmpty()) {
      return Section.of("families", "Families of models", "No auditors have been compared yet.");
    }
    List<FamilyFailRate> rates =
        found.stream()
            .sorted(
                Comparator.comparing(FamilyFailRate::auditor)
                    .thenComparing(FamilyFailRate::auditorFamily)
                    .thenComparing(FamilyFailRate::generatorFamily))
            .limit(ROWS)
            .toList();
    return Section.of(
            "families",
            "Families of models",
            "How often an auditor flags questions by its gate criteria, by the family of the model"
                + " that wrote them. A low rate on its own family is only a hint: the questions of"
                + " two families are not equally good. \u201cOwn\u201d marks the same family.")
        .with(Part.of(heat(rates), grid(rates)));
  }

  private static Chart heat(List<FamilyFailRate> rates) {
    List<String> columns =
        rates.stream()
            .map(FamilyFailRate::generatorFamily)
            .distinct()
            .sorted()
            .limit(COLUMNS)
            .toList();
    List<String> rows = rates.stream().map(FamilySection::auditor).distinct().toList();
    List<Heat.Cell> cells = new ArrayList<>();
    for (FamilyFailRate r : rates) {
      if (columns.contains(r.generatorFamily())) {
        cells.add(
            new Heat.Cell(
                columns.indexOf(r.generatorFamily()),
                rows.indexOf(auditor(r)),
                r.rate(),
                (r.rate() == null ? Undefined.words(r.undefined()) : Format.percent(r.rate()))
                    + (r.sameFamily() ? ", own" : ""),
                "%s of %s".formatted(Format.count(r.fails()), Format.count(r.n()))));
      }
    }
    return new Heat(
        "Flagged by each auditor (rows), by family of the model that wrote (columns)",
        columns,
        rows,
        cells);
  }

  private static String auditor(FamilyFailRate r) {
    return "%s (%s)".formatted(r.auditor(), r.auditorFamily());
  }

  private static Grid grid(List<FamilyFailRate> rates) {
    Grid grid =
        Grid.of(
            "Flagged, by families of auditor and generator",
            Column.text("Auditor (family)"),
            Column.text("Written by"),
            Column.text("Same family"),
            Column.number("Scored"),
            Column.number("Flagged"),
            Column.number("Flag rate (95% interval)"));
    rates.forEach(
        r ->
            grid.line(
                auditor(r),
                r.generatorFamily(),
                r.sameFamily() ? "own" : "no",
                r.n(),
                r.fails(),
                r.rate() == null
                    ? Undefined.because(r.undefined())
                    : Format.percent(r.rate(), r.rateInterval())));
    return grid;
  }
}
