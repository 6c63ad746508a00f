package io.quaestor.conf;

import java.io.Serializable;
import java.util.Map;

/**
 * How a pipeline spreads its questions.
 *
 * @param batchSize questions per call
 * @param batchRetries more tries for a batch whose call failed
 * @param maxRounds plans made at most, the first included
 * @param chunksPerUnitCap most chunks drawn from a unit in one round
 * @param types question type to its share; shares are relative
 * @param difficulties difficulty to its share
 * @param routing the model aliases of the two lanes
 */
public record PlanConf(
    int batchSize,
    int batchRetries,
    int maxRounds,
    int chunksPerUnitCap,
    Map<String, Double> types,
    Map<String, Double> difficulties,
    Routing routing)
    implements Serializable {

  /**
   * Aliases for structured questions below advanced, and for all others.
   *
   * @param cheap model for {@code mcq_*} and {@code true_false} at beginner or intermediate
   * @param strong model for typed answers and everything advanced
   */
  public record Routing(String cheap, String strong) implements Serializable {}
}
