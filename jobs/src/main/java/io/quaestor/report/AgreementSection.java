package io.quaestor.report;

import io.quaestor.tables.Agreement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How auditors compare, criterion by criterion, in each pair's newest comparison. */
final class AgreementSection {
  private AgreementSection() {}

  static Section of(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return Section.of("agreement", "Agreement", "No auditors have been compared yet.");
    }
    List<Pair> shown = pairs.stream().limit(Pair.SHOWN).toList();
    List<Part> parts = new ArrayList<>();
    parts.add(Part.of(heat(shown)));
    shown.forEach(pair -> parts.add(PairPart.of(pair)));
    return Section.of(
            "agreement",
            "Agreement",
            "On the questions that both auditors of a pair judged, in the same version. Excluded are"
                + " those that one of the two left unscored. When fails are rare, plain agreement"
                + " and AC1 are high whatever the auditors do, and kappa is low: read the counts"
                + " first, then the agreement on fail. Agreement does not say who is right.",
            "Flagged (gate) means that any gate criterion of that auditor failed; flagged (any)"
                + " counts its soft signals too."
                + (pairs.size() > shown.size()
                    ? " Not shown: %s."
                        .formatted(Format.count(pairs.size() - shown.size(), "more pair"))
                    : ""))
        .withParts(parts);
  }

  /**
   * Of the fails that either gave, how many both gave: no figure that rare fails make look good.
   */
  private static Chart heat(List<Pair> pairs) {
    List<String> criteria =
        pairs.stream()
            .flatMap(pair -> pair.overall().stream())
            .sorted(Comparator.comparing(row -> Pair.place(row.criterion())))
            .map(Agreement::criterion)
            .distinct()
            .toList();
    List<Heat.Cell> cells = new ArrayList<>();
    for (int column = 0; column < pairs.size(); column++) {
      for (Agreement row : pairs.get(column).overall()) {
        cells.add(cell(row, column, criteria.indexOf(row.criterion())));
      }
    }
    return new Heat(
        "Agreement on fail: twice both / (twice both + one-sided); stronger colour is more",
        pairs.stream().map(pair -> pair.a() + "\n" + pair.b()).toList(),
        criteria.stream().map(Pair::name).toList(),
        cells);
  }

  private static Heat.Cell cell(Agreement r, int column, int row) {
    Double value = r.agreementOnFail();
    return new Heat.Cell(
        column,
        row,
        value,
        value == null
            ? Undefined.words(Values.reason(r.undefined(), "agreement_on_fail"))
            : Format.percent(value),
        "%s both, %s one"
            .formatted(Format.count(r.bothFail()), Format.count(r.aOnlyFail() + r.bOnlyFail())));
  }
}
