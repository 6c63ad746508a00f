package io.quaestor.tables;

import java.time.Instant;
import java.util.Map;

/**
 * Two auditors on one criterion over the questions both judged (table {@code auditor_agreement}). A
 * figure that is undefined is null, and {@code undefined} says why. Intervals are of 95%.
 *
 * @param comparisonId derived from the auditors and the verdicts compared
 * @param segment {@code all}, or {@code type=mcq_single} and so on; {@code version=} with pipeline,
 *     slash and version
 * @param criterion a shared criterion, or {@code flagged_gate} / {@code flagged_any} for the
 *     question level
 * @param n questions scored by both; the four counts add up to it
 * @param excluded questions one of the two left unscored
 * @param agreement share of n, 0 to 1
 * @param kappa Cohen's kappa, -1 to 1
 * @param kappaUndefined why kappa is null, else null
 * @param agreementInterval Wilson's
 * @param agreementOnFail of the fails that either gave, the share that both gave, 0 to 1
 * @param agreementOnPass the same of passes
 * @param mcnemarP exact two-sided chance of so uneven one-sided fails, 0 to 1
 * @param mcnemarPAdjusted after Benjamini and Hochberg, over the criteria of this pair and segment;
 *     the question level is not among them
 * @param gwetAc1 -1 to 1, with Student's interval
 * @param kappaStandardError of Fleiss, Cohen and Everitt, with its Wald interval, not clipped
 * @param pabak twice the agreement less 1
 * @param prevalenceIndex {@code (both_fail - both_pass) / n}
 * @param biasIndex {@code (a_only_fail - b_only_fail) / n}
 * @param failRateA share of n that A failed, with Wilson's interval; B likewise
 * @param ratio what only A failed to what only B failed, with the exact interval
 * @param sameCriteria whether both sides' verdicts go by the same criteria; a ratio over different
 *     ones compares what the two look at, not how well they see
 * @param documents from which the questions come, where intervals are clustered by them
 * @param replicates of the bootstrap behind the clustered intervals
 * @param agreementClustered interval when whole documents are drawn, for segment {@code all}; kappa
 *     and AC1 likewise
 * @param undefined column to the reason why it is null
 */
public record Agreement(
    String comparisonId,
    String auditorA,
    String auditorB,
    String segment,
    String criterion,
    long n,
    long excluded,
    long bothPass,
    long aOnlyFail,
    long bOnlyFail,
    long bothFail,
    Double agreement,
    Double kappa,
    String kappaUndefined,
    Instant createdAt,
    Interval agreementInterval,
    Double agreementOnFail,
    Double agreementOnPass,
    Double mcnemarP,
    Double mcnemarPAdjusted,
    Double gwetAc1,
    Interval gwetAc1Interval,
    Double kappaStandardError,
    Interval kappaInterval,
    Double pabak,
    Double prevalenceIndex,
    Double biasIndex,
    Double failRateA,
    Interval failRateAInterval,
    Double failRateB,
    Interval failRateBInterval,
    Double ratio,
    Interval ratioInterval,
    Boolean sameCriteria,
    Long documents,
    Integer replicates,
    Interval agreementClustered,
    Interval kappaClustered,
    Interval gwetAc1Clustered,
    Map<String, String> undefined) {}
