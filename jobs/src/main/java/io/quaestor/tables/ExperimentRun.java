package io.quaestor.tables;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What a cohort of an experiment made, and its books (table {@code experiment_runs}); written last,
 * it marks the cohort's other rows as whole.
 *
 * @param run as it would stand in {@code generation_runs}
 * @param audits verdicts on its questions, of all auditors
 * @param unscored those of them that could not be read
 * @param calls different asks that it needed, audits included, whoever paid for them
 * @param sharedCalls those of them that another cohort of the experiment needed too
 * @param sharedWith cohort to how many of these asks it needed too
 * @param costUsd of all its calls, as if it had been alone, at list prices
 * @param sharedCostUsd of the shared ones, which were paid for once
 */
public record ExperimentRun(
    String runId,
    String experimentId,
    String cohort,
    GenerationRun run,
    long audits,
    long unscored,
    long calls,
    long sharedCalls,
    Map<String, Long> sharedWith,
    BigDecimal costUsd,
    BigDecimal sharedCostUsd,
    Instant finishedAt) {}
