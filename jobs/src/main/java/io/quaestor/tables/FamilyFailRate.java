package io.quaestor.tables;

import java.time.Instant;

/**
 * How often an auditor flags questions by gate criteria, by the family of the model that wrote them
 * (table {@code family_fail_rates}): does a model go easy on its own family?
 *
 * @param auditorFamily provider of the auditor's model; the model itself when the configuration
 *     does not know it, {@code none} when there was none, several joined by {@code +}
 * @param generatorFamily the same of the questions' models
 * @param sameFamily whether the two are the same
 * @param n questions it scored
 * @param fails those it flagged ({@code flagged_gate})
 * @param rate fails of n, 0 to 1, with Wilson's 95% interval; null when n is 0
 * @param undefined why there is no rate, else null
 */
public record FamilyFailRate(
    String comparisonId,
    String auditor,
    String auditorFamily,
    String generatorFamily,
    boolean sameFamily,
    long n,
    long fails,
    Double rate,
    Interval rateInterval,
    String undefined,
    Instant createdAt) {}
