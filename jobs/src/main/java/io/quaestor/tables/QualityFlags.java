package io.quaestor.tables;

import java.util.List;
import java.util.Map;

/**
 * What is known of a question's making.
 *
 * @param issues stable codes worth a look, such as {@code difficulty_relabelled}
 * @param flaws item-writing flaws, found by code; empty when there are none
 * @param originalDifficulty difficulty before the validator changed it, null when it did not
 * @param pipelineVersion the version that made it
 * @param scores dimension to score where a pipeline scores, else empty
 */
public record QualityFlags(
    List<String> issues,
    List<String> flaws,
    String originalDifficulty,
    String pipelineVersion,
    boolean wasRepaired,
    Map<String, Double> scores) {}
