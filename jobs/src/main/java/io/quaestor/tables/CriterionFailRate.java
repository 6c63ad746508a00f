package io.quaestor.tables;

import java.time.Instant;

/**
 * How often an auditor fails a criterion, and whether it is fit to be a gate (table {@code
 * criterion_fail_rates}).
 *
 * @param role as the auditor has it: {@code gate | soft}
 * @param n questions it scored
 * @param fails of them
 * @param rate fails of n, 0 to 1, with Wilson's 95% interval; null when n is 0
 * @param gateBelow the rate below which a criterion is fit to be a gate
 * @param recommendation {@code gate} when the whole interval lies below, {@code soft} when it lies
 *     above, {@code undecided} when it spans the threshold or nothing was scored
 * @param undefined why there is no rate, else null
 */
public record CriterionFailRate(
    String comparisonId,
    String auditor,
    String criterion,
    String role,
    long n,
    long fails,
    Double rate,
    Interval rateInterval,
    double gateBelow,
    String recommendation,
    String undefined,
    Instant createdAt) {}
