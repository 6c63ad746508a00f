package io.quaestor.bench;

import java.util.List;

/**
 * What to measure.
 *
 * @param asks calls of each measured run, at least 100
 * @param windows calls in flight
 * @param latencyMs median time the server takes to answer
 * @param sigma of a second round with lognormal delays; 0 for none
 * @param repeats of every run, interleaved
 * @param limits whether the account has limits, which are never reached
 */
public record BenchOptions(
    long asks,
    List<Integer> windows,
    double latencyMs,
    double sigma,
    int repeats,
    boolean limits) {}
