package io.quaestor.experiment;

import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentResult;
import io.quaestor.tables.Interval;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.compare.BenjaminiHochberg;
import io.quaestor.udfs.text.Hashes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Findings as rows: adjusted for how many there are, and in words. */
final class Results {
  private static final double LEVEL = 0.05;
  private static final MathContext DIGITS = new MathContext(9);

  private final Experiment experiment;
  private final Instant now;

  Results(Experiment experiment, Instant now) {
    this.experiment = experiment;
    this.now = now;
  }

  /** One row for each, in the order given. */
  List<ExperimentResult> rows(List<Finding> findings) {
    List<Double> adjusted =
        BenjaminiHochberg.adjust(findings.stream().map(each -> each.p().value()).toList());
    int tests = (int) adjusted.stream().filter(Objects::nonNull).count();
    List<ExperimentResult> rows = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      String verdict = verdict(finding, adjusted.get(i));
      String sentence = new Words(finding, verdict, cost(finding, findings)).sentence();
      rows.add(row(finding, new Adjusted(i, adjusted.get(i), tests, verdict, sentence)));
    }
    return rows;
  }

  private record Adjusted(int ordinal, Double p, int tests, String verdict, String sentence) {}

  private static String verdict(Finding finding, Double adjusted) {
    if (adjusted == null) {
      return null;
    }
    return adjusted >= LEVEL
        ? "undecided"
        : finding.difference().point().value() > 0 ? "higher" : "lower";
  }

  /** What an active question costs the same two cohorts; null when it is not among these. */
  private static Finding cost(Finding finding, List<Finding> all) {
    return all.stream()
        .filter(each -> each.subject().metric() == Metric.COST_PER_ACTIVE)
        .filter(each -> each.subject().cohortA().equals(finding.subject().cohortA()))
        .filter(each -> each.subject().cohortB().equals(finding.subject().cohortB()))
        .findFirst()
        .orElse(null);
  }

  private ExperimentResult row(Finding f, Adjusted adjusted) {
    ExperimentResult row = row(null, f, adjusted, Instant.EPOCH);
    return row(Hashes.id("exr", row.toString()), f, adjusted, now);
  }

  private ExperimentResult row(String id, Finding f, Adjusted adjusted, Instant at) {
    boolean hasRatio = f.ratio() != null && f.ratio().point().isDefined();
    return new ExperimentResult(
        id,
        experiment.experimentId(),
        experiment.name(),
        adjusted.ordinal,
        f.subject().cohortA(),
        f.subject().cohortB(),
        f.subject().metric().key(),
        f.subject().of(),
        f.subject().metric().unit(),
        rounded(f.a().value().value()),
        rounded(f.b().value().value()),
        f.a().n(),
        f.b().n(),
        rounded(f.difference().point().value()),
        interval(f.difference()),
        hasRatio ? rounded(f.ratio().point().value()) : null,
        hasRatio ? interval(f.ratio()) : null,
        f.test(),
        rounded(f.p().value()),
        rounded(adjusted.p),
        adjusted.tests,
        rounded(f.detectable().value()),
        f.chunks().both(),
        f.chunks().onlyA(),
        f.chunks().onlyB(),
        f.chunks().neither(),
        adjusted.verdict,
        adjusted.sentence,
        undefined(f),
        at);
  }

  private static Map<String, String> undefined(Finding f) {
    Map<String, String> undefined = new TreeMap<>();
    put(undefined, "value_a", f.a().value());
    put(undefined, "value_b", f.b().value());
    put(undefined, "difference", f.difference().point());
    put(undefined, "p", f.p());
    put(undefined, "detectable", f.detectable());
    if (interval(f.difference()) == null) {
      String why = f.difference().point().undefined();
      undefined.put("interval", why == null ? why(f) : why);
    }
    if (f.ratio() == null) {
      undefined.put("ratio", "share");
    } else {
      put(undefined, "ratio", f.ratio().point());
    }
    return undefined;
  }

  private static String why(Finding f) {
    return f.p().isDefined() || f.subject().metric().unit().equals("ms")
        ? "too_few_values"
        : f.p().undefined();
  }

  private static void put(Map<String, String> undefined, String column, Statistic figure) {
    if (!figure.isDefined()) {
      undefined.put(column, figure.undefined());
    }
  }

  private static Interval interval(Estimate estimate) {
    return estimate.low() == null || estimate.high() == null
        ? null
        : new Interval(rounded(estimate.low()), rounded(estimate.high()));
  }

  /** Sums of many parts differ in their last digits with the order of the parts. */
  private static Double rounded(Double value) {
    return value == null ? null : new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
