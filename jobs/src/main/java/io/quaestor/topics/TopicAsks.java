package io.quaestor.topics;

import io.quaestor.conf.StepConf;
import io.quaestor.conf.TopicsConf;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskDraft;
import io.quaestor.llm.AskFactory;
import io.quaestor.prompt.Fence;
import io.quaestor.prompt.Prompt;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;

/** Asks for the topics of a batch of passages. */
final class TopicAsks implements MapFunction<TopicBatch, Ask> {
  private static final long serialVersionUID = 1L;
  static final String PURPOSE = "topics";

  private final AskFactory factory;
  private final TopicsConf conf;
  private final String model;
  private final Prompt prompt;

  TopicAsks(AskFactory factory, TopicsConf conf, String model, Prompt prompt) {
    this.factory = factory;
    this.conf = conf;
    this.model = model;
    this.prompt = prompt;
  }

  @Override
  public Ask call(TopicBatch batch) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", PURPOSE);
    request.put("max", conf.maxTopics());
    request.put("language", batch.chunks().get(0).language());
    Prompt filled =
        prompt.with(
            Map.of("passages", Fence.passages(batch.chunks()), "request", Fence.json(request)));
    StepConf step = conf.suggest();
    return factory.ask(
        new AskDraft(
            model,
            PURPOSE,
            batch.batchId(),
            0,
            filled.system(),
            filled.prefix(),
            filled.user(),
            step.schema(),
            step.temperature(),
            step.maxTokens(),
            null));
  }
}
