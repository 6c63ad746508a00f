package io.quaestor.generate;

import io.quaestor.conf.DirectConf;
import io.quaestor.conf.StepConf;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskDraft;
import io.quaestor.llm.AskFactory;
import io.quaestor.prompt.Fence;
import io.quaestor.prompt.Prompt;
import io.quaestor.tables.PlannedBatch;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two asks of the direct pipeline. */
final class DirectAsks implements Serializable {
  private static final long serialVersionUID = 1L;
  static final String GENERATE = "generate";
  static final String VALIDATE = "validate";

  private final AskFactory factory;
  private final DirectConf conf;
  private final Prompt generate;
  private final Prompt validate;

  DirectAsks(AskFactory factory, DirectConf conf, Prompt generate, Prompt validate) {
    this.factory = factory;
    this.conf = conf;
    this.generate = generate;
    this.validate = validate;
  }

  /**
   * @param attempt 0 for the first try; each further one is an ask of its own
   */
  Ask generate(BatchWork work, int attempt) {
    PlannedBatch batch = work.batch();
    Map<String, Object> request = request("generate", work, batch.count());
    request.put("seed", batch.seed());
    Prompt filled =
        generate.with(
            Map.of("passages", Fence.passages(work.chunks()), "request", Fence.json(request)));
    return factory.ask(
        draft(filled, conf.generate(), batch, new Call(GENERATE, batch.model(), attempt)));
  }

  /** One ask for all drafts of the batch that passed the checks; there must be one. */
  Ask validate(GeneratedBatch generated) {
    BatchWork work = generated.work();
    PlannedBatch batch = work.batch();
    var questions =
        generated.sound().stream()
            .map(checked -> checked.draft().shown(batch.type(), batch.difficulty()))
            .toList();
    Prompt filled =
        validate.with(
            Map.of(
                "passages", Fence.passages(work.chunks()),
                "request", Fence.json(request("validate", work, questions.size())),
                "questions", Fence.questions(questions)));
    return factory.ask(
        draft(filled, conf.validate(), batch, new Call(VALIDATE, conf.validate().model(), 0)));
  }

  /** What is asked for, of whom, and for the how-manieth time. */
  private record Call(String purpose, String model, int sample) {}

  private static AskDraft draft(Prompt filled, StepConf step, PlannedBatch batch, Call call) {
    return new AskDraft(
        call.model(),
        call.purpose(),
        batch.batchId(),
        call.sample(),
        filled.system(),
        filled.prefix(),
        filled.user(),
        step.schema(),
        step.temperature(),
        step.maxTokens(),
        batch.seed());
  }

  private static Map<String, Object> request(String task, BatchWork work, int count) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", task);
    request.put("count", count);
    request.put("type", work.batch().type());
    request.put("difficulty", work.batch().difficulty());
    request.put("language", work.chunks().get(0).language());
    return request;
  }
}
