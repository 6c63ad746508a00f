package io.quaestor.report;

import io.quaestor.tables.Agreement;
import io.quaestor.tables.AuditorAccuracy;
import io.quaestor.tables.AuditorPanel;
import io.quaestor.tables.CriterionFailRate;
import io.quaestor.tables.ExperimentResult;
import io.quaestor.tables.FamilyFailRate;
import io.quaestor.tables.Interval;
import io.quaestor.tables.UnscoredRate;
import io.quaestor.udfs.agreement.Coefficients;
import io.quaestor.udfs.agreement.Discordance;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.McNemar;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import io.quaestor.udfs.agreement.Wilson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows as comparisons and calibrations leave them, undefined figures among them. */
final class Comparisons {
  static final String COMPARISON = "cmp";
  private static final Instant AT = Instant.parse("2026-11-20T10:30:00Z");
  private static final List<String> AUDITORS = List.of("mistral", "sonnet");

  private final Map<String, String> undefined = new HashMap<>();

  private Comparisons() {}

  /**
   * One row of {@code auditor_agreement}.
   *
   * @param c both pass, only A fails, only B fails, both fail, excluded
   */
  static Agreement agreement(String a, String b, String criterion, String segment, long[] c) {
    return new Comparisons().row(List.of(COMPARISON, a, b, segment, criterion), c, AT);
  }

  /** One of an older comparison of the same auditors, which must not be shown. */
  static Agreement outdated(String a, String b) {
    return new Comparisons()
        .row(
            List.of("older", a, b, "all", "flagged_gate"),
            new long[] {1, 1, 1, 1, 1},
            AT.minusSeconds(1));
  }

  private Agreement row(List<String> names, long[] c, Instant at) {
    TwoByTwo table = new TwoByTwo(c[0], c[1], c[2], c[3]);
    Estimate agreement = Coefficients.agreementWithInterval(table);
    Estimate kappa = Coefficients.cohensKappa(table);
    Estimate ac1 = Coefficients.gwetAc1(table);
    Estimate ratio = Discordance.ratio(table);
    Estimate failA = Wilson.interval(c[1] + c[3], table.n());
    Estimate failB = Wilson.interval(c[2] + c[3], table.n());
    Statistic p = McNemar.exact(table);
    return new Agreement(
        names.get(0),
        names.get(1),
        names.get(2),
        names.get(3),
        names.get(4),
        table.n(),
        c[4],
        c[0],
        c[1],
        c[2],
        c[3],
        value("agreement", agreement.point()),
        value("kappa", kappa.point()),
        kappa.point().undefined(),
        at,
        interval(agreement),
        value("agreement_on_fail", Coefficients.agreementOnFail(table)),
        value("agreement_on_pass", Coefficients.agreementOnPass(table)),
        value("mcnemar_p", p),
        value("mcnemar_p_adjusted", p),
        value("gwet_ac1", ac1.point()),
        interval(ac1),
        kappa.standardError(),
        interval(kappa),
        value("pabak", Coefficients.pabak(table).point()),
        value("prevalence_index", Coefficients.prevalenceIndex(table)),
        value("bias_index", Coefficients.biasIndex(table)),
        value("fail_rate_a", failA.point()),
        interval(failA),
        value("fail_rate_b", failB.point()),
        interval(failB),
        value("ratio", ratio.point()),
        interval(ratio),
        !names.get(4).startsWith("flagged_"),
        null,
        null,
        null,
        null,
        null,
        undefined);
  }

  private Double value(String column, Statistic figure) {
    if (!figure.isDefined()) {
      undefined.put(column, figure.undefined());
    }
    return figure.value();
  }

  private static Interval interval(Estimate estimate) {
    return estimate.low() == null && estimate.high() == null
        ? null
        : new Interval(estimate.low(), estimate.high());
  }

  static List<AuditorPanel> panels() {
    return List.of(
        new AuditorPanel(
            COMPARISON,
            "all",
            "answer_correct",
            List.of("mistral", "sonnet", "human"),
            3,
            230,
            220,
            40,
            0.412,
            0.398,
            new Interval(0.21, 0.58),
            1.8,
            0.071,
            List.of(
                new AuditorPanel.ErrorRates("mistral", 0.81, 0.97),
                new AuditorPanel.ErrorRates("sonnet", 0.88, 0.96),
                new AuditorPanel.ErrorRates("human", 0.93, 0.99)),
            Map.of(),
            AT),
        new AuditorPanel(
            COMPARISON,
            "all",
            "register_appropriate",
            AUDITORS,
            2,
            230,
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            Map.of(
                "krippendorff_alpha", "no_pairs",
                "fleiss_kappa", "no_pairs",
                "effective_auditors", "no_pairs",
                "error_rates", "few_raters"),
            AT));
  }

  static List<UnscoredRate> unscored() {
    return List.of(
        unscored("all", "all", 240, 12, null),
        unscored("type", "type=true_false", 48, 9, 0.0004),
        unscored("type", "type=mcq_single", 48, 1, 0.0004),
        unscored("unit", "unit=articles", 40, 3, null));
  }

  private static UnscoredRate unscored(
      String kind, String segment, long asked, long unscored, Double p) {
    Estimate share = Wilson.interval(unscored, asked);
    return new UnscoredRate(
        COMPARISON,
        "mistral",
        "answer_correct",
        kind,
        segment,
        asked,
        unscored,
        share.point().value(),
        interval(share),
        p == null ? null : 20.5,
        p == null ? null : (Integer) 4,
        p,
        p == null ? "expected_below_5" : null,
        AT);
  }

  static List<CriterionFailRate> failRates() {
    return List.of(
        failRate("answer_correct", "gate", 5, 400, "gate"),
        failRate("difficulty_appropriate", "gate", 160, 400, "soft"),
        failRate("natural_french", "gate", 0, 0, "undecided"));
  }

  private static CriterionFailRate failRate(
      String criterion, String role, long fails, long n, String recommendation) {
    Estimate rate = Wilson.interval(fails, n);
    return new CriterionFailRate(
        COMPARISON,
        "mistral",
        criterion,
        role,
        n,
        fails,
        rate.point().value(),
        interval(rate),
        0.07,
        recommendation,
        rate.point().undefined(),
        AT);
  }

  static List<FamilyFailRate> families() {
    List<FamilyFailRate> rows = new ArrayList<>();
    for (String family : List.of("anthropic", "mistral", "<i>other</i>")) {
      for (String auditor : AUDITORS) {
        String own = auditor.equals("sonnet") ? "anthropic" : "mistral";
        long n = family.startsWith("<") ? 0 : 120;
        Estimate rate = Wilson.interval(n / 10, n);
        rows.add(
            new FamilyFailRate(
                COMPARISON,
                auditor,
                own,
                family,
                own.equals(family),
                n,
                n / 10,
                rate.point().value(),
                interval(rate),
                rate.point().undefined(),
                AT));
      }
    }
    return rows;
  }

  static List<ExperimentResult> experiment() {
    return List.of(
        experiment(0, "gate_pass", 0.061, Map.of()),
        experiment(1, "criterion", null, Map.of("difference", "no_trials", "p", "no_trials")));
  }

  private static ExperimentResult experiment(
      int ordinal, String metric, Double difference, Map<String, String> reasons) {
    boolean known = difference != null;
    return new ExperimentResult(
        "exr" + ordinal,
        "exp",
        "v4-or-v5",
        ordinal,
        "v4",
        "v5",
        metric,
        "mistral",
        "share",
        0.88,
        known ? 0.88 + difference : null,
        800,
        known ? 790 : 0,
        difference,
        known ? new Interval(difference - 0.023, difference + 0.023) : null,
        null,
        null,
        known ? "clustered_t" : null,
        known ? 0.0001 : null,
        known ? 0.0002 : null,
        1,
        known ? 0.033 : null,
        190,
        6,
        4,
        0,
        known ? "higher" : null,
        "v5 passes the gate of mistral 6.1 points more often than v4",
        reasons,
        Instant.EPOCH);
  }

  static List<AuditorAccuracy> accuracy() {
    return List.of(
        accuracy("mistral", "answer_correct", "all", 85, 100),
        accuracy("mistral", "answer_correct", "swapped_key", 47, 50),
        accuracy("mistral", "answer_correct", "two_keys", 38, 50),
        accuracy("mistral", "natural_french", "all", 0, 0),
        accuracy("sonnet", "answer_correct", "all", 92, 100),
        accuracy("sonnet", "answer_correct", "swapped_key", 50, 50));
  }

  private static AuditorAccuracy accuracy(
      String auditor, String criterion, String defect, long caught, long planted) {
    Double latent = planted < 100 ? null : (Double) 0.83;
    Estimate sensitivity = Wilson.interval(caught, planted);
    Estimate specificity = Wilson.interval(294, 300);
    Estimate precision = Wilson.interval(caught, caught + 6);
    Map<String, String> reasons = new HashMap<>();
    if (planted == 0) {
      reasons.put("sensitivity", "no_trials");
    }
    if (latent == null) {
      reasons.put("latent_sensitivity", "few_raters");
    }
    return new AuditorAccuracy(
        "cal",
        auditor,
        auditor + "-model",
        criterion,
        defect,
        planted,
        caught,
        300,
        6,
        2,
        1,
        sensitivity.point().value(),
        interval(sensitivity),
        specificity.point().value(),
        interval(specificity),
        precision.point().value(),
        interval(precision),
        latent,
        latent == null ? null : (Double) 0.975,
        reasons,
        AT);
  }
}
