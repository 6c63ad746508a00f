package io.quaestor.generate.batch;

import java.util.List;
import java.util.Map;

/**
 * What a pipeline found of a question it lets pass.
 *
 * @param difficulty what it really demands; null when nobody said
 * @param variations acceptable variations beside the writer's own
 * @param qualityScore 0 to 10, null where the pipeline does not score
 * @param issues stable codes worth a look
 * @param scores dimension to score, empty where the pipeline does not score
 */
public record Merit(
    String difficulty,
    List<String> variations,
    Double qualityScore,
    List<String> issues,
    Map<String, Double> scores,
    boolean repaired) {
  public static final Merit NONE = new Merit(null, List.of(), null, List.of(), Map.of(), false);
}
