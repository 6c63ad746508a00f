package io.quaestor.generate;

import io.quaestor.generate.plan.Scope;

/**
 * What the user asked for; null takes the configuration's default.
 *
 * @param pipeline name of a file {@code pipelines/NAME.yaml}, never null
 */
public record GenerateOptions(
    String pipeline,
    Scope scope,
    String type,
    String difficulty,
    String model,
    Integer target,
    long seed) {

  /** Everything there is, as the configuration has it. */
  public static GenerateOptions all(String pipeline, Integer target, long seed) {
    return new GenerateOptions(pipeline, Scope.ALL, null, null, null, target, seed);
  }
}
