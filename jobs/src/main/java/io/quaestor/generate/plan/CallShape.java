package io.quaestor.generate.plan;

import io.quaestor.conf.StepConf;
import io.quaestor.llm.TokenEstimate;
import io.quaestor.prompt.Prompt;
import java.io.Serializable;

/**
 * What one step of a pipeline is expected to send and get for a batch, before anything is known.
 *
 * @param model alias, null for the batch's own
 * @param frame tokens of the prompt without what is filled in
 * @param passages whether the batch's chunks go with every call
 * @param calls expected calls
 * @param per tokens in and out
 */
public record CallShape(String model, long frame, boolean passages, Calls calls, Tokens per)
    implements Serializable {

  /**
   * Expected calls: so many for a batch and so many more for each question of it.
   *
   * @param batch 0 or more, fractions allowed
   * @param question 0 or more, fractions allowed
   */
  public record Calls(double batch, double question) implements Serializable {
    public static final Calls ONE = new Calls(1, 0);

    double of(int questions) {
      return batch + question * questions;
    }
  }

  /**
   * Tokens beside frame and passages, for each question.
   *
   * @param in what is shown of a question
   * @param out what is answered for it
   */
  public record Tokens(double in, double out) implements Serializable {}

  /** The shape of a step as configured. */
  public static CallShape of(
      StepConf step, Prompt prompt, boolean passages, Calls calls, Tokens per) {
    long frame =
        TokenEstimate.base(prompt.system())
            + TokenEstimate.base(prompt.prefix())
            + TokenEstimate.base(prompt.user());
    return new CallShape(step.model(), frame, passages, calls, per);
  }
}
