package io.quaestor.generate;

import io.quaestor.conf.ModelConf;
import io.quaestor.llm.Prices;
import io.quaestor.llm.TokenEstimate;
import io.quaestor.llm.Usage;
import io.quaestor.prompt.Prompt;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What a batch will cost, before it is asked: generation and validation together.
 *
 * <p>Input is counted from the chunks and the prompts. Output, and the drafts that go into the
 * validation, are assumed per question; the assumptions were taken from replies with four options,
 * rationales and one quote.
 */
final class Estimate implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DRAFT_TOKENS = 260;
  private static final int VERDICT_TOKENS = 45;

  /**
   * Tokens of both asks of one batch.
   *
   * @param costUsd at the list prices of the day
   */
  record Batch(long inputTokens, long outputTokens, BigDecimal costUsd) implements Serializable {}

  private final HashMap<String, ModelConf> models;
  private final String validator;
  private final long generateFrame;
  private final long validateFrame;
  private final LocalDate day;

  /**
   * @param models alias to model, for generation and validation
   * @param validator alias of the validating model
   */
  Estimate(
      Map<String, ModelConf> models,
      String validator,
      Prompt generate,
      Prompt validate,
      LocalDate day) {
    this.models = new HashMap<>(models);
    this.validator = validator;
    this.generateFrame = frame(generate);
    this.validateFrame = frame(validate);
    this.day = day;
  }

  Batch batch(String alias, long chunkTokens, int questions) {
    Usage generate = usage(alias, generateFrame + chunkTokens, (long) questions * DRAFT_TOKENS);
    Usage validate =
        usage(
            validator,
            validateFrame + chunkTokens + (long) questions * DRAFT_TOKENS,
            (long) questions * VERDICT_TOKENS);
    BigDecimal cost =
        Prices.of(models.get(alias))
            .cost(generate, day)
            .add(Prices.of(models.get(validator)).cost(validate, day));
    return new Batch(
        generate.input() + validate.input(), generate.output() + validate.output(), cost);
  }

  private Usage usage(String alias, long input, long output) {
    double factor = models.get(alias).tokenizerFactor();
    return new Usage((long) Math.ceil(input * factor), (long) Math.ceil(output * factor), 0, 0);
  }

  private static long frame(Prompt prompt) {
    return TokenEstimate.base(prompt.system())
        + TokenEstimate.base(prompt.prefix())
        + TokenEstimate.base(prompt.user());
  }
}
