package io.quaestor.tables;

import java.time.Instant;
import java.util.Map;

/**
 * One figure of two cohorts compared (table {@code experiment_results}).
 *
 * @param resultId derived from all of the row but its time
 * @param experiment its name
 * @param ordinal place among the experiment's results, from 0
 * @param metric such as {@code gate_pass}, {@code yield} or {@code cost_per_active}
 * @param of what it is of: an auditor, an auditor's criterion, a reason; empty for all
 * @param unit {@code share | points | usd | tokens | ms | cosine | questions}
 * @param valueA a sum over {@code nA}; null without anything to divide by
 * @param nA what it is a ratio to: questions, verdicts, chunks
 * @param difference B less A; null when one of the values is
 * @param interval of the difference, 95%; null where there is none
 * @param ratio B over A, of what is not a share; null where undefined
 * @param test {@code mcnemar_exact | clustered_t}; null without a test
 * @param pAdjusted by Benjamini and Hochberg over all tests of the comparison
 * @param tests how many these are
 * @param detectable least difference that would be seen 80 times in 100 with such data
 * @param chunksBoth chunks on which both cohorts have something to count
 * @param chunksNeither pinned chunks on which neither has
 * @param verdict {@code higher} or {@code lower} of B, {@code undecided}; null without a test
 * @param sentence the same in words
 * @param undefined column to why it is null, for {@code value_a}, {@code value_b}, {@code
 *     difference}, {@code interval}, {@code ratio}, {@code p} and {@code detectable}
 */
public record ExperimentResult(
    String resultId,
    String experimentId,
    String experiment,
    int ordinal,
    String cohortA,
    String cohortB,
    String metric,
    String of,
    String unit,
    Double valueA,
    Double valueB,
    double nA,
    double nB,
    Double difference,
    Interval interval,
    Double ratio,
    Interval ratioInterval,
    String test,
    Double p,
    Double pAdjusted,
    int tests,
    Double detectable,
    long chunksBoth,
    long chunksOnlyA,
    long chunksOnlyB,
    long chunksNeither,
    String verdict,
    String sentence,
    Map<String, String> undefined,
    Instant createdAt) {}
