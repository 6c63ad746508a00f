package io.quaestor.tables;

import java.util.Map;

/**
 * One way of making questions in an experiment.
 *
 * @param name no two of an experiment have one
 * @param pipeline name of its file
 * @param kind {@code pipeline} of its questions
 * @param version {@code pipeline_version} of its questions
 * @param model alias that overrides the routing, null for none
 * @param runId its generation run
 * @param pins what decides what it asks, to the hash of its content or the id of the model
 */
public record ExperimentCohort(
    String name,
    String pipeline,
    String kind,
    String version,
    String model,
    long seed,
    String runId,
    Map<String, String> pins) {}
