package io.quaestor.audit.calibrate;

import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.Interval;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** From counts of votes to figures. */
record Accuracy(String calibrationId, Votes votes, Instant now) {
  static final String ALL = "all";

  /** By auditor and criterion, in their order. */
  List<AuditorAccuracy> rows(Map<String, List<String>> criteria) {
    List<AuditorAccuracy> rows = new ArrayList<>();
    criteria.forEach(
        (auditor, names) -> names.forEach(criterion -> rows.addAll(rows(auditor, criterion))));
    return rows;
  }

  /** One row over all kinds of defects, then one for each kind that breaks the criterion. */
  private List<AuditorAccuracy> rows(String auditor, String criterion) {
    List<VotePattern> patterns = votes.of(criterion);
    Latent latent = Latent.of(patterns);
    Tally clean = Tally.of(patterns, auditor, Objects::isNull);
    List<AuditorAccuracy> rows = new ArrayList<>();
    Tally all = Tally.of(patterns, auditor, Objects::nonNull);
    rows.add(row(new Line(auditor, criterion, ALL), all, clean, latent.of(auditor)));
    patterns.stream()
        .map(VotePattern::defect)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(
            defect -> {
              Predicate<String> same = defect::equals;
              Tally planted = Tally.of(patterns, auditor, same);
              rows.add(row(new Line(auditor, criterion, defect), planted, clean, Latent.KIND));
            });
    return rows;
  }

  private record Line(String auditor, String criterion, String defect) {}

  private AuditorAccuracy row(Line line, Tally planted, Tally clean, Latent.Rates rates) {
    Map<String, String> undefined = new TreeMap<>();
    long caught = planted.failed();
    Estimate sensitivity = Wilson.interval(caught, planted.scored());
    Estimate specificity = Wilson.interval(clean.scored() - clean.failed(), clean.scored());
    Estimate precision =
        planted.scored() == 0
            ? Estimate.undefined(Latent.NOTHING_PLANTED)
            : Wilson.interval(caught, caught + clean.failed());
    if (rates.undefined() != null) {
      undefined.put("latent_sensitivity", rates.undefined());
      undefined.put("latent_specificity", rates.undefined());
    }
    return new AuditorAccuracy(
        calibrationId,
        line.auditor,
        votes.endings().get(line.auditor).model(),
        line.criterion,
        line.defect,
        planted.scored(),
        caught,
        clean.scored(),
        clean.failed(),
        planted.unscored(),
        clean.unscored(),
        value("sensitivity", sensitivity, undefined),
        interval(sensitivity),
        value("specificity", specificity, undefined),
        interval(specificity),
        value("precision", precision, undefined),
        interval(precision),
        rates.sensitivity(),
        rates.specificity(),
        undefined,
        now);
  }

  private static Double value(String column, Estimate estimate, Map<String, String> undefined) {
    if (!estimate.point().isDefined()) {
      undefined.put(column, estimate.point().undefined());
      undefined.put(column + "_interval", estimate.point().undefined());
    }
    return estimate.point().value();
  }

  private static Interval interval(Estimate estimate) {
    return estimate.low() == null ? null : new Interval(estimate.low(), estimate.high());
  }
}
