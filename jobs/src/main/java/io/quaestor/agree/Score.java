package io.quaestor.agree;

import static io.quaestor.agree.Reasons.interval;

import io.quaestor.tables.Agreement;
import io.quaestor.udfs.agreement.Coefficients;
import io.quaestor.udfs.agreement.Discordance;
import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.McNemar;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.TwoByTwo;
import io.quaestor.udfs.agreement.Wilson;
import java.io.Serializable;
import java.time.Instant;

/** From counts to statistics. */
record Score(String comparisonId, Instant createdAt) implements Serializable {

  /** What is compared. */
  record Subject(String auditorA, String auditorB, String segment, String criterion) {}

  /**
   * The counts of one subject.
   *
   * @param adjusted McNemar's p among the other criteria's
   */
  record Counts(
      TwoByTwo table,
      long excluded,
      Statistic adjusted,
      boolean sameCriteria,
      Clustered clustered) {}

  Agreement of(Subject subject, Counts counts) {
    TwoByTwo table = counts.table();
    Clustered clustered = counts.clustered();
    Reasons reasons = new Reasons();
    clustered.undefined().forEach(reasons::note);
    Estimate agreement = Coefficients.agreementWithInterval(table);
    Estimate kappa = Coefficients.cohensKappa(table);
    Estimate ac1 = Coefficients.gwetAc1(table);
    Estimate failA = Wilson.interval(table.aOnlyFail() + table.bothFail(), table.n());
    Estimate failB = Wilson.interval(table.bOnlyFail() + table.bothFail(), table.n());
    Estimate ratio = Discordance.ratio(table);
    return new Agreement(
        comparisonId,
        subject.auditorA(),
        subject.auditorB(),
        subject.segment(),
        subject.criterion(),
        table.n(),
        counts.excluded(),
        table.bothPass(),
        table.aOnlyFail(),
        table.bOnlyFail(),
        table.bothFail(),
        reasons.value("agreement", agreement.point()),
        reasons.value("kappa", kappa.point()),
        kappa.point().undefined(),
        createdAt,
        interval(agreement),
        reasons.value("agreement_on_fail", Coefficients.agreementOnFail(table)),
        reasons.value("agreement_on_pass", Coefficients.agreementOnPass(table)),
        reasons.value("mcnemar_p", McNemar.exact(table)),
        reasons.value("mcnemar_p_adjusted", counts.adjusted()),
        reasons.value("gwet_ac1", ac1.point()),
        interval(ac1),
        kappa.standardError(),
        interval(kappa),
        reasons.value("pabak", Coefficients.pabak(table).point()),
        reasons.value("prevalence_index", Coefficients.prevalenceIndex(table)),
        reasons.value("bias_index", Coefficients.biasIndex(table)),
        reasons.value("fail_rate_a", failA.point()),
        interval(failA),
        reasons.value("fail_rate_b", failB.point()),
        interval(failB),
        reasons.value("ratio", ratio.point()),
        interval(ratio),
        counts.sameCriteria(),
        clustered.documents(),
        clustered.replicates(),
        clustered.agreement(),
        clustered.kappa(),
        clustered.ac1(),
        reasons.map());
  }
}
