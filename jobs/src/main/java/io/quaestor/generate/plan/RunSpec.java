package io.quaestor.generate.plan;

import io.quaestor.conf.PipelineConf;

/**
 * What a run was asked to do.
 *
 * @param type null for the configured mix
 * @param difficulty null for the configured mix
 * @param model alias that overrides the routing of generation, null for none
 * @param target accepted questions wanted
 */
public record RunSpec(
    String runId,
    PipelineConf conf,
    Scope scope,
    String type,
    String difficulty,
    String model,
    int target,
    long seed) {

  /** The same under another id. */
  public RunSpec as(String id) {
    return new RunSpec(id, conf, scope, type, difficulty, model, target, seed);
  }
}
