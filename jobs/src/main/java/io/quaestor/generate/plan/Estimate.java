package io.quaestor.generate.plan;

import io.quaestor.conf.ModelConf;
import io.quaestor.llm.Prices;
import io.quaestor.llm.Usage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a batch will cost, before it is asked: all steps of its pipeline together. */
final class Estimate implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Of all asks of one batch.
   *
   * @param costUsd at the list prices of the day
   */
  record Batch(int calls, long inputTokens, long outputTokens, BigDecimal costUsd)
      implements Serializable {}

  private final ArrayList<CallShape> shapes;
  private final HashMap<String, ModelConf> models;
  private final LocalDate day;

  /**
   * @param models alias to model
   */
  Estimate(List<CallShape> shapes, Map<String, ModelConf> models, LocalDate day) {
    this.shapes = new ArrayList<>(shapes);
    this.models = new HashMap<>(models);
    this.day = day;
  }

  /**
   * @param alias model of the steps that name none
   */
  Batch batch(String alias, long chunkTokens, int questions) {
    double calls = 0;
    long input = 0;
    long output = 0;
    BigDecimal cost = BigDecimal.ZERO;
    for (CallShape shape : shapes) {
      double sent = shape.calls().of(questions);
      ModelConf model = models.get(shape.model() == null ? alias : shape.model());
      double every = shape.frame() + (shape.passages() ? chunkTokens : 0);
      double in = sent * every + questions * shape.per().in();
      Usage usage = usage(model, in, questions * shape.per().out());
      calls += sent;
      input += usage.input();
      output += usage.output();
      cost = cost.add(Prices.of(model).cost(usage, day));
    }
    return new Batch((int) Math.ceil(calls), input, output, cost);
  }

  private static Usage usage(ModelConf model, double input, double output) {
    double factor = model.tokenizerFactor();
    return new Usage((long) Math.ceil(input * factor), (long) Math.ceil(output * factor), 0, 0);
  }
}
