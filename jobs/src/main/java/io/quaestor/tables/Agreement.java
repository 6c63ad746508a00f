package io.quaestor.tables;

import java.time.Instant;

/**
 * Two auditors on one criterion over the questions both judged (table {@code auditor_agreement}).
 *
 * @param comparisonId derived from the auditors and the verdicts compared
 * @param segment {@code all}, or {@code type=mcq_single} and so on
 * @param criterion a shared criterion, or {@code flagged_gate} / {@code flagged_any} for the
 *     question level
 * @param n questions scored by both; the four counts add up to it
 * @param excluded questions one of the two left unscored
 * @param agreement share of n, 0 to 1; null when n is 0
 * @param kappa Cohen's kappa, -1 to 1; null when undefined
 * @param kappaUndefined why kappa is null, else null
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
    Instant createdAt) {}
