package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** How often auditors are right where the truth is known. */
final class AccuracySection {
  private static final String WHOLE = "all";
  private static final int ROWS = 40;

  private AccuracySection() {}

  /** A share with its interval, and as Dawid and Skene estimate it. */
  private record Figure(
      String name,
      Function<AuditorAccuracy, Double> share,
      Function<AuditorAccuracy, Interval> interval,
      Function<AuditorAccuracy, Double> latent) {

    Marks.Mark measured(AuditorAccuracy row) {
      Double value = share.apply(row);
      return Marks.mark(value, interval.apply(row), Format.percent(value, interval.apply(row)));
    }

    Marks.Mark estimated(AuditorAccuracy row) {
      Double value = latent.apply(row);
      return Marks.mark(value, null, Format.percent(value, null));
    }
  }

  private static final Figure SENSITIVITY =
      new Figure(
          "Sensitivity",
          AuditorAccuracy::sensitivity,
          AuditorAccuracy::sensitivityInterval,
          AuditorAccuracy::latentSensitivity);
  private static final Figure SPECIFICITY =
      new Figure(
          "Specificity",
          AuditorAccuracy::specificity,
          AuditorAccuracy::specificityInterval,
          AuditorAccuracy::latentSpecificity);

  static Section of(List<AuditorAccuracy> found) {
    if (found.isEmpty()) {
      return Section.of(
          "accuracy", "Who is right", "No auditor has been tried on planted defects yet.");
    }
    List<AuditorAccuracy> rows =
        found.stream()
            .sorted(
                Comparator.comparing(AccuracySection::name).thenComparing(AuditorAccuracy::auditor))
            .toList();
    List<AuditorAccuracy> whole = rows.stream().filter(r -> r.defect().equals(WHOLE)).toList();
    List<AuditorAccuracy> kinds = rows.stream().filter(r -> !r.defect().equals(WHOLE)).toList();
    List<Part> parts = new ArrayList<>();
    if (!whole.isEmpty()) {
      parts.add(Part.of(chart(SENSITIVITY, "criterion", whole)));
      parts.add(
          Part.of(chart(SPECIFICITY, "criterion", whole), grid("Accuracy per criterion", whole)));
    }
    if (!kinds.isEmpty()) {
      parts.add(
          Part.of(
              chart(SENSITIVITY, "kind of defect", kinds),
              grid("Accuracy per kind of defect", kinds)));
    }
    return Section.of(
            "accuracy",
            "Who is right",
            "Each auditor judged questions with a planted defect among clean ones, blind."
                + " Sensitivity is the share of defects that it caught, specificity the share of"
                + " clean questions that it passed; both of those it scored, with 95% Wilson"
                + " intervals. Planted defects are easier to find than natural ones: take the"
                + " sensitivity as an upper guide.",
            "Precision depends on how many defects were planted. Hollow marks are Dawid's and"
                + " Skene's estimates, which need no known truth.")
        .withParts(parts);
  }

  private static Chart chart(Figure figure, String per, List<AuditorAccuracy> rows) {
    List<String> names = rows.stream().map(AccuracySection::name).distinct().limit(ROWS).toList();
    List<Marks> series = new ArrayList<>();
    List<String> auditors =
        rows.stream().map(AuditorAccuracy::auditor).distinct().sorted().toList();
    for (int slot = 0; slot < auditors.size(); slot++) {
      String auditor = auditors.get(slot);
      List<AuditorAccuracy> own = rows.stream().filter(r -> r.auditor().equals(auditor)).toList();
      series.add(new Marks(auditor, slot, false, marks(own, names, figure::measured)));
      series.add(
          new Marks(auditor + ", estimated", slot, true, marks(own, names, figure::estimated)));
    }
    return new Dots(
        "%s per %s, with 95%% intervals".formatted(figure.name, per),
        false,
        null,
        names,
        series.stream().filter(each -> !each.isEmpty()).toList());
  }

  private static List<Marks.Mark> marks(
      List<AuditorAccuracy> rows, List<String> names, Function<AuditorAccuracy, Marks.Mark> mark) {
    return names.stream()
        .map(name -> rows.stream().filter(r -> name(r).equals(name)).findFirst())
        .map(row -> row.map(mark).orElse(null))
        .toList();
  }

  private static String name(AuditorAccuracy r) {
    return r.defect().equals(WHOLE)
        ? Format.words(r.criterion())
        : Format.words(r.criterion()) + "\n" + Format.words(r.defect());
  }

  private static Grid grid(String caption, List<AuditorAccuracy> rows) {
    Grid grid =
        Grid.of(
            caption,
            Column.text("Criterion"),
            Column.text("Auditor"),
            Column.number("Caught of planted"),
            Column.number("Sensitivity (95% interval)"),
            Column.number("False alarms of clean"),
            Column.number("Specificity (95% interval)"),
            Column.number("Precision (95% interval)"),
            Column.number("Estimated"),
            Column.number("Unscored"));
    rows.forEach(r -> grid.line(cells(r)));
    return grid;
  }

  private static Object[] cells(AuditorAccuracy r) {
    return new Object[] {
      name(r).replace("\n", ": "),
      r.auditor(),
      "%s of %s".formatted(Format.count(r.caught()), Format.count(r.planted())),
      Values.share(r.sensitivity(), r.sensitivityInterval(), r.undefined(), "sensitivity"),
      "%s of %s".formatted(Format.count(r.falseAlarms()), Format.count(r.clean())),
      Values.share(r.specificity(), r.specificityInterval(), r.undefined(), "specificity"),
      Values.share(r.precision(), r.precisionInterval(), r.undefined(), "precision"),
      r.latentSensitivity() == null || r.latentSpecificity() == null
          ? Undefined.because(Values.reason(r.undefined(), "latent_sensitivity"))
          : "%s; %s"
              .formatted(
                  Format.percent(r.latentSensitivity()), Format.percent(r.latentSpecificity())),
      r.unscoredPlanted() + r.unscoredClean()
    };
  }
}
