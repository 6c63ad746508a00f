package io.quaestor.report;

import io.quaestor.report.Grid.Column;
import io.quaestor.tables.Agreement;
import java.util.List;

/** One pair of auditors: fail rates side by side, counts, tests and coefficients. */
final class PairPart {
  private PairPart() {}

  static Part of(Pair pair) {
    List<Agreement> criteria =
        pair.overall().stream().filter(row -> !Pair.isQuestionLevel(row)).toList();
    Part part = Part.titled(pair.name(), List.of(said(pair, criteria)));
    Grid[] grids = {
      counts("Counts and agreement: " + pair.name(), pair, pair.overall(), false),
      tests(pair),
      counts("Flagged (gate) by type and difficulty: " + pair.name(), pair, pair.segments(), true)
    };
    return criteria.isEmpty() ? part.with(grids) : part.with(dumbbell(pair, criteria)).with(grids);
  }

  private static String said(Pair pair, List<Agreement> criteria) {
    return "Over %s that both judge, %s alone failed %s times and %s alone %s. Compared on %s."
        .formatted(
            Format.count(criteria.size(), "criterion").replace("criterions", "criteria"),
            pair.a(),
            Format.count(criteria.stream().mapToLong(Agreement::aOnlyFail).sum()),
            pair.b(),
            Format.count(criteria.stream().mapToLong(Agreement::bOnlyFail).sum()),
            Format.time(pair.rows().get(0).createdAt()));
  }

  private static Chart dumbbell(Pair pair, List<Agreement> rows) {
    return new Dots(
        "Fail rates with 95%% intervals: %s; p is McNemar's, adjusted over criteria"
            .formatted(pair.name()),
        true,
        null,
        rows.stream().map(r -> Pair.name(r.criterion()) + "\n" + chance(r)).toList(),
        List.of(
            new Marks(pair.a(), 0, false, rows.stream().map(r -> markOfA(r)).toList()),
            new Marks(pair.b(), 1, false, rows.stream().map(r -> markOfB(r)).toList())));
  }

  private static String chance(Agreement r) {
    return r.mcnemarP() == null || r.mcnemarPAdjusted() == null
        ? "no p: " + Undefined.words(Values.reason(r.undefined(), "mcnemar_p"))
        : "p %s, adjusted %s".formatted(Format.p(r.mcnemarP()), Format.p(r.mcnemarPAdjusted()));
  }

  private static Marks.Mark markOfA(Agreement r) {
    return Marks.mark(
        r.failRateA(), r.failRateAInterval(), Format.percent(r.failRateA(), r.failRateAInterval()));
  }

  private static Marks.Mark markOfB(Agreement r) {
    return Marks.mark(
        r.failRateB(), r.failRateBInterval(), Format.percent(r.failRateB(), r.failRateBInterval()));
  }

  private static Grid counts(String caption, Pair pair, List<Agreement> rows, boolean segments) {
    Grid grid =
        Grid.of(
            caption,
            Column.text(segments ? "Segment" : "Criterion"),
            Column.number("n"),
            Column.number("Excluded"),
            Column.number("Both pass"),
            Column.number("Only " + pair.a() + " fails"),
            Column.number("Only " + pair.b() + " fails"),
            Column.number("Both fail"),
            Column.number("Agreement (95% interval)"),
            Column.number("Agreement on fail"),
            Column.number("Agreement on pass"));
    rows.forEach(
        r ->
            grid.line(
                segments ? Format.words(r.segment().replace("=", ": ")) : Pair.name(r.criterion()),
                r.n(),
                r.excluded(),
                r.bothPass(),
                r.aOnlyFail(),
                r.bOnlyFail(),
                r.bothFail(),
                Values.share(r.agreement(), r.agreementInterval(), r.undefined(), "agreement"),
                Values.share(r.agreementOnFail(), null, r.undefined(), "agreement_on_fail"),
                Values.share(r.agreementOnPass(), null, r.undefined(), "agreement_on_pass")));
    return grid;
  }

  private static Grid tests(Pair pair) {
    Grid grid =
        Grid.of(
            "Fail rates, tests and coefficients: " + pair.name(),
            Column.text("Criterion"),
            Column.number("Fail rate of " + pair.a()),
            Column.number("Fail rate of " + pair.b()),
            Column.number("McNemar p"),
            Column.number("Adjusted"),
            Column.number("AC1 (95% interval)"),
            Column.number("Kappa (95% interval)"),
            Column.number("Prevalence index"),
            Column.number("Bias index"));
    pair.overall().forEach(r -> grid.line(tests(r)));
    return grid;
  }

  private static Object[] tests(Agreement r) {
    var why = r.undefined();
    return new Object[] {
      Pair.name(r.criterion()),
      Values.share(r.failRateA(), r.failRateAInterval(), why, "fail_rate_a"),
      Values.share(r.failRateB(), r.failRateBInterval(), why, "fail_rate_b"),
      Values.shown(r.mcnemarP(), Format::p, why, "mcnemar_p"),
      Values.shown(r.mcnemarPAdjusted(), Format::p, why, "mcnemar_p_adjusted"),
      Values.coefficient(r.gwetAc1(), r.gwetAc1Interval(), why, "gwet_ac1"),
      r.kappa() == null
          ? Undefined.because(r.kappaUndefined())
          : Format.decimal(r.kappa(), r.kappaInterval()),
      Values.coefficient(r.prevalenceIndex(), null, why, "prevalence_index"),
      Values.coefficient(r.biasIndex(), null, why, "bias_index")
    };
  }
}
