package io.quaestor.experiment;

import io.quaestor.udfs.agreement.compare.ClusteredRatios;

/**
 * What two cohorts count of one figure, chunk by chunk.
 *
 * @param of what the figure is of, such as an auditor; empty for all
 * @param ratios a cluster for each chunk that counts: where shares are compared, those on which
 *     both cohorts have something
 * @param onlyA chunks on which only the first cohort has something to count
 * @param onlyB likewise
 */
record Contrast(
    String cohortA,
    String cohortB,
    Metric metric,
    String of,
    ClusteredRatios ratios,
    Chunks chunks) {

  /** Chunks by who has something to count there. */
  record Chunks(long both, long onlyA, long onlyB, long neither) {}
}
