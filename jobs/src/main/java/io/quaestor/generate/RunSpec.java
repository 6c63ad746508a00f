package io.quaestor.generate;

import io.quaestor.conf.DirectConf;

/**
 * What a run was asked to do.
 *
 * @param unit null for every unit
 * @param type null for the configured mix
 * @param difficulty null for the configured mix
 * @param model alias that overrides the routing of generation, null for none
 * @param target accepted questions wanted
 */
record RunSpec(
    String runId,
    DirectConf conf,
    String unit,
    String type,
    String difficulty,
    String model,
    int target,
    long seed) {}
