package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import io.quaestor.tables.UnscoredRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where verdicts are missing, and whether that happens at random. */
final class UnscoredSection {
  /** Below this, so uneven shares are taken not to be chance. */
  private static final double UNEVEN = 0.05;

  private UnscoredSection() {}

  static Section of(List<UnscoredRate> rates) {
    List<UnscoredRate> all =
        rates.stream()
            .filter(r -> r.segmentKind().equals("all"))
            .sorted(
                Comparator.comparing(UnscoredRate::auditor).thenComparing(UnscoredRate::criterion))
            .toList();
    if (all.isEmpty()) {
      return Section.of("unscored", "Unscored verdicts", "No auditors have been compared yet.");
    }
    Section section =
        Section.of(
            "unscored",
            "Unscored verdicts",
            "A verdict that is missing is neither a pass nor a fail. Where verdicts are missing more"
                + " often in one kind of question than in another, rates over the scored ones are"
                + " skewed. The test is Pearson's chi-square over all segments of a kind; many are"
                + " made here, so a p just below 0.05 proves little.");
    return all.stream().allMatch(r -> r.unscored() == 0)
        ? section.with(grid(all, rates))
        : section.with(Part.of(chart(all), grid(all, rates)));
  }

  private static Chart chart(List<UnscoredRate> all) {
    List<String> criteria = all.stream().map(UnscoredRate::criterion).distinct().sorted().toList();
    List<Marks> series = new ArrayList<>();
    for (String auditor : all.stream().map(UnscoredRate::auditor).distinct().toList()) {
      List<UnscoredRate> rows = all.stream().filter(r -> r.auditor().equals(auditor)).toList();
      series.add(
          new Marks(
              auditor,
              series.size(),
              false,
              criteria.stream()
                  .map(name -> rows.stream().filter(r -> r.criterion().equals(name)).findFirst())
                  .map(r -> r.map(UnscoredSection::mark).orElse(null))
                  .toList()));
    }
    return new Dots(
        "Share of verdicts that are missing, with 95% intervals",
        false, null, criteria.stream().map(Format::words).toList(), series);
  }

  private static Marks.Mark mark(UnscoredRate r) {
    return Marks.mark(r.share(), r.shareInterval(), Format.percent(r.share(), r.shareInterval()));
  }

  private static Grid grid(List<UnscoredRate> all, List<UnscoredRate> rates) {
    Grid grid =
        Grid.of(
            "Unscored verdicts per auditor and criterion",
            Column.text("Auditor and criterion"),
            Column.number("Asked"),
            Column.number("Unscored"),
            Column.number("Share (95% interval)"),
            Column.text("Missing at random?"));
    all.forEach(
        r ->
            grid.line(
                r.auditor() + ": " + Format.words(r.criterion()),
                r.asked(),
                r.unscored(),
                r.share() == null
                    ? Undefined.because("no_ratings")
                    : Format.percent(r.share(), r.shareInterval()),
                r.unscored() == 0 ? "none is missing" : tests(r, rates)));
    return grid;
  }

  /** One phrase per kind of segment. */
  private static String tests(UnscoredRate of, List<UnscoredRate> rates) {
    return String.join(
        "; ",
        rates.stream()
            .filter(
                r ->
                    !r.segmentKind().equals("all")
                        && r.auditor().equals(of.auditor())
                        && r.criterion().equals(of.criterion()))
            .sorted(Comparator.comparing(UnscoredRate::segmentKind))
            .map(UnscoredSection::test)
            .toList());
  }

  private static String test(UnscoredRate r) {
    if (r.missingP() == null) {
      return "by %s not tested (%s)"
          .formatted(r.segmentKind(), Undefined.words(r.missingUndefined()));
    }
    return r.missingP() < UNEVEN
        ? "uneven by %s (p %s; most in %s, %s)"
            .formatted(
                r.segmentKind(),
                Format.p(r.missingP()),
                r.segment().substring(r.segment().indexOf('=') + 1),
                Format.percent(r.share()))
        : "even by %s as far as can be told (p %s)"
            .formatted(r.segmentKind(), Format.p(r.missingP()));
  }
}
