package io.quaestor.corpus;

import io.quaestor.conf.StepConf;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskDraft;
import io.quaestor.llm.AskFactory;
import io.quaestor.prompt.Fence;
import io.quaestor.prompt.Prompt;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;

/** Asks for a page as Markdown. */
final class ConvertAsks implements MapFunction<RawPage, Ask> {
  private static final long serialVersionUID = 1L;
  private static final String PURPOSE = "convert";

  private final AskFactory factory;
  private final StepConf step;
  private final String model;
  private final Prompt prompt;

  ConvertAsks(AskFactory factory, StepConf step, String model, Prompt prompt) {
    this.factory = factory;
    this.step = step;
    this.model = model;
    this.prompt = prompt;
  }

  @Override
  public Ask call(RawPage page) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", PURPOSE);
    request.put("language", page.language());
    Prompt filled =
        prompt.with(Map.of("page", Fence.page(page.text()), "request", Fence.json(request)));
    return factory.ask(
        new AskDraft(
            model,
            PURPOSE,
            page.pageId(),
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
