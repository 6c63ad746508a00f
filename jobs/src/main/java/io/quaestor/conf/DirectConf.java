package io.quaestor.conf;

import java.io.Serializable;
import java.util.List;

/**
 * The {@code direct} pipeline: batches of questions, then a validating call per batch.
 *
 * @param version label that stands in the tables
 * @param target accepted questions wanted
 */
public record DirectConf(
    String kind, String version, int target, PlanConf plan, StepConf generate, StepConf validate)
    implements PipelineConf, Serializable {

  @Override
  public List<StepConf> steps() {
    return List.of(generate, validate);
  }
}
