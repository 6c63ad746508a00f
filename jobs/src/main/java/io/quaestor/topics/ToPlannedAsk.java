package io.quaestor.topics;

import io.quaestor.conf.ModelConf;
import io.quaestor.llm.TokenEstimate;
import org.apache.spark.api.java.function.MapFunction;

/** Counts what the ask for a batch weighs. */
final class ToPlannedAsk implements MapFunction<TopicBatch, PlannedAsk> {
  private static final long serialVersionUID = 1L;

  /** A name of some words and the ids of some passages, as JSON. */
  private static final int TOPIC_TOKENS = 30;

  private final TopicAsks asks;
  private final String schema;
  private final ModelConf model;
  private final int maxTopics;

  ToPlannedAsk(TopicAsks asks, String schema, ModelConf model, int maxTopics) {
    this.asks = asks;
    this.schema = schema;
    this.model = model;
    this.maxTopics = maxTopics;
  }

  @Override
  public PlannedAsk call(TopicBatch batch) {
    return new PlannedAsk(
        batch.unitId(),
        batch.chunks().size(),
        TokenEstimate.of(asks.call(batch), schema, model),
        (long) Math.ceil(maxTopics * TOPIC_TOKENS * model.tokenizerFactor()));
  }
}
