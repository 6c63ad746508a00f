package io.quaestor.generate.batch;

import io.quaestor.JobContext;
import io.quaestor.conf.StepConf;
import io.quaestor.generate.plan.CallShape;
import io.quaestor.llm.Ask;
import io.quaestor.llm.AskDraft;
import io.quaestor.llm.AskFactory;
import io.quaestor.prompt.Prompt;
import io.quaestor.tables.PlannedBatch;
import java.io.Serializable;
import java.util.Map;

/**
 * One kind of ask of a pipeline.
 *
 * @param purpose its name in the ledger
 */
public record Step(String purpose, StepConf conf, Prompt prompt, AskFactory factory)
    implements Serializable {

  public static Step of(JobContext context, String purpose, StepConf conf) {
    return new Step(
        purpose,
        conf,
        context.home().prompt(conf.prompt()),
        new AskFactory(context.home().conf(), context.home().schemas()));
  }

  /**
   * What an ask is about.
   *
   * @param id the batch's id, or it and more behind a {@code #}
   * @param sample 0, or more for another answer to the same content
   */
  public record Subject(String id, int sample) {
    public static Subject of(PlannedBatch batch) {
      return new Subject(batch.batchId(), 0);
    }

    /** A part of a batch. */
    public static Subject of(PlannedBatch batch, int part) {
      return new Subject(batch.batchId() + "#" + part, 0);
    }

    public Subject again(int attempt) {
      return new Subject(id, attempt);
    }
  }

  /** The same step at another temperature. */
  public Step at(double temperature) {
    StepConf warmer =
        new StepConf(conf.prompt(), conf.schema(), conf.model(), temperature, conf.maxTokens());
    return new Step(purpose, warmer, prompt, factory);
  }

  /** What the step is expected to send and get for a batch. */
  public CallShape shape(boolean passages, CallShape.Calls calls, CallShape.Tokens per) {
    return CallShape.of(conf, prompt, passages, calls, per);
  }

  /**
   * The ask, with the batch's own model unless the step names one.
   *
   * @param values placeholder to what fills it
   */
  public Ask ask(PlannedBatch batch, Subject subject, Map<String, String> values) {
    return ask(batch, batch.seed(), subject, values);
  }

  /** The same with a seed of its own, for one of several asks of a batch. */
  public Ask ask(PlannedBatch batch, long seed, Subject subject, Map<String, String> values) {
    Prompt filled = prompt.with(values);
    return factory.ask(
        new AskDraft(
            conf.model() == null ? batch.model() : conf.model(),
            purpose,
            subject.id(),
            subject.sample(),
            filled.system(),
            filled.prefix(),
            filled.user(),
            conf.schema(),
            conf.temperature(),
            conf.maxTokens(),
            seed));
  }
}
