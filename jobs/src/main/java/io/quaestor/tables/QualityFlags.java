package io.quaestor.tables;

import java.util.List;
import java.util.Map;

/**
 * What is known of a question's making.
 *
 * @param issues stable codes worth a look, such as {@code difficulty_relabelled}, and what a judge
 *     objected to
 * @param originalDifficulty difficulty before the validator changed it, null when it did not
 * @param scores dimension to score where a pipeline scores, and what the writer declared; else
 *     empty
 * @param flaws item-writing flaws, found by code; empty when there are none
 * @param pipelineVersion the version that made it; null in rows of layout version 1
 */
public record QualityFlags(
    List<String> issues,
    String originalDifficulty,
    boolean wasRepaired,
    Map<String, Double> scores,
    List<String> flaws,
    String pipelineVersion) {

  public QualityFlags {
    flaws = flaws == null ? List.of() : flaws;
  }
}
