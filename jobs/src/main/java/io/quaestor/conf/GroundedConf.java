package io.quaestor.conf;

import java.io.Serializable;
import java.util.List;

/**
 * The {@code grounded} pipeline: a fact bank per chunk, then one question per claim.
 *
 * @param claimsMin fewest claims that are asked of a chunk, 1 or more
 * @param claimsMax most claims that are asked of a chunk
 * @param claimsPerChunk most claims of a chunk that are taken
 * @param questionsPerTopic most questions a run asks of one topic
 * @param minConfidence below it a question is discarded, 0 to 1
 * @param facts asks for a chunk's claims
 * @param question asks for the question of one claim
 */
public record GroundedConf(
    String kind,
    String version,
    int target,
    PlanConf plan,
    double overgenerateFactor,
    int claimsMin,
    int claimsMax,
    int claimsPerChunk,
    int questionsPerTopic,
    double minConfidence,
    StepConf facts,
    StepConf question)
    implements PipelineConf, Serializable {

  @Override
  public List<StepConf> steps() {
    return List.of(facts, question);
  }
}
