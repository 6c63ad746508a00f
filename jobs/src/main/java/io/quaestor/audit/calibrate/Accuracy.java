package io.quaestor.audit.calibrate;

import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.Interval;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * From counts of votes to figures.
 *
 * @param tallies of all auditors
 * @param latent what is estimated without the truth
 * @param models by auditor
 */
record Accuracy(
    String calibrationId,
    List<Tally> tallies,
    Latent latent,
    Map<String, String> models,
    Instant now) {
  static final String ALL = "all";

  /** One row over all kinds of defects, then one for each kind that breaks the criterion. */
  List<AuditorAccuracy> rows(String auditor, String criterion) {
    List<Tally> mine =
        tallies.stream()
            .filter(t -> t.auditor().equals(auditor) && t.criterion().equals(criterion))
            .toList();
    List<AuditorAccuracy> rows = new ArrayList<>();
    rows.add(row(auditor, criterion, ALL, counts(mine, tally -> tally.defect() != null)));
    mine.stream()
        .filter(tally -> tally.defect() != null)
        .map(Tally::defect)
        .sorted()
        .forEach(
            defect ->
                rows.add(
                    row(auditor, criterion, defect, counts(mine, t -> defect.equals(t.defect())))));
    return rows;
  }

  private record Counts(
      long planted,
      long caught,
      long clean,
      long falseAlarms,
      long unscoredPlanted,
      long unscoredClean) {}

  private static Counts counts(List<Tally> tallies, Predicate<Tally> broken) {
    List<Tally> planted = tallies.stream().filter(broken).toList();
    List<Tally> clean = tallies.stream().filter(tally -> tally.defect() == null).toList();
    return new Counts(
        planted.stream().mapToLong(Tally::scored).sum(),
        planted.stream().mapToLong(Tally::failed).sum(),
        clean.stream().mapToLong(Tally::scored).sum(),
        clean.stream().mapToLong(Tally::failed).sum(),
        planted.stream().mapToLong(Tally::unscored).sum(),
        clean.stream().mapToLong(Tally::unscored).sum());
  }

  private AuditorAccuracy row(String auditor, String criterion, String defect, Counts n) {
    Map<String, String> undefined = new TreeMap<>();
    Estimate sensitivity = Wilson.interval(n.caught, n.planted);
    Estimate specificity = Wilson.interval(n.clean - n.falseAlarms, n.clean);
    Estimate precision = Wilson.interval(n.caught, n.caught + n.falseAlarms);
    Latent.Rates rates = latent.of(auditor, criterion, defect, n.planted > 0);
    if (rates.undefined() != null) {
      undefined.put("latent_sensitivity", rates.undefined());
      undefined.put("latent_specificity", rates.undefined());
    }
    return new AuditorAccuracy(
        calibrationId,
        auditor,
        models.get(auditor),
        criterion,
        defect,
        n.planted,
        n.caught,
        n.clean,
        n.falseAlarms,
        n.unscoredPlanted,
        n.unscoredClean,
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
    }
    return estimate.point().value();
  }

  private static Interval interval(Estimate estimate) {
    return estimate.low() == null ? null : new Interval(estimate.low(), estimate.high());
  }
}
