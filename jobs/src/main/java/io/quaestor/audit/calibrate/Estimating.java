package io.quaestor.audit.calibrate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.quaestor.JobContext;
import io.quaestor.audit.Judging;
import io.quaestor.conf.ModelConf;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Prices;
import io.quaestor.llm.Reply;
import io.quaestor.llm.TokenEstimate;
import io.quaestor.llm.Usage;
import io.quaestor.tables.Question;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Estimates what auditors would be asked and what that would cost at today's list prices. */
record Estimating(JobContext context, Clock clock) {

  CalibrationPlan plan(Map<String, Long> ofItems, Items items, Panel panel) {
    Map<String, Long> counts = new LinkedHashMap<>(ofItems);
    List<String> lines = new ArrayList<>();
    ofItems.forEach((name, count) -> lines.add("%s %,d".formatted(name.replace('_', ' '), count)));
    BigDecimal cost = BigDecimal.ZERO;
    counts.put("input", 0L);
    counts.put("output", 0L);
    for (Map.Entry<String, Judging> each : panel.auditors().entrySet()) {
      Load load = load(each.getValue(), items.questions());
      lines.add(each.getKey() + load.words());
      counts.put("asks_of_" + each.getKey(), load.asks);
      counts.merge("input", load.usage.input(), Long::sum);
      counts.merge("output", load.usage.output(), Long::sum);
      cost = cost.add(load.cost);
    }
    lines.add(
        String.format(Locale.ROOT, "$%.4f in all; what is in the ledger is not asked again", cost));
    return new CalibrationPlan(lines, counts);
  }

  /**
   * What one auditor would be asked.
   *
   * @param learned whether the output is the mean of earlier replies, not the most there may be
   */
  private record Load(long asks, String model, Usage usage, boolean learned, BigDecimal cost) {
    String words() {
      return String.format(
          Locale.ROOT,
          ": %,d asks of %s, about %,d tokens in and %s %,d out, $%.4f at list prices",
          asks,
          model,
          usage.input(),
          learned ? "about" : "at most",
          usage.output(),
          cost);
    }
  }

  private Load load(Judging auditor, Dataset<Question> questions) {
    String alias = auditor.conf().model();
    ModelConf model = context.home().conf().models().get(alias);
    Row asks = asks(auditor, questions, model);
    Long mean = meanOutput(alias);
    long output = asks.getLong(0) * (mean == null ? auditor.conf().maxTokens() : mean);
    Usage usage = new Usage(asks.getLong(1), output, 0, 0);
    BigDecimal cost = Prices.of(model).cost(usage, LocalDate.now(clock));
    return new Load(asks.getLong(0), alias, usage, mean != null, cost);
  }

  /** Those that the ledger has no answer to: how many, and their input tokens. */
  private Row asks(Judging auditor, Dataset<Question> questions, ModelConf model) {
    Dataset<Row> answered =
        context.ledger().replies().filter(col("status").notEqual(Reply.FAILED)).select("askId");
    Dataset<Ask> open =
        auditor
            .asks(questions)
            .toDF()
            .join(answered, new String[] {"askId"}, "left_anti")
            .as(RecordEncoder.of(Ask.class));
    return open.map(new ToTokens(auditor.schema(), model), Encoders.LONG())
        .agg(expr("count(*)"), expr("coalesce(sum(value), 0L)"))
        .head();
  }

  /** Of what this model has answered in audits, rounded up; null when it has not yet. */
  private Long meanOutput(String model) {
    Row mean =
        context
            .ledger()
            .replies()
            .filter(col("purpose").rlike("^(audit$|calibrate-)"))
            .filter(col("status").equalTo(Reply.OK).and(col("model").equalTo(model)))
            .agg(expr("CAST(ceil(avg(outputTokens)) AS BIGINT)"))
            .head();
    return mean.isNullAt(0) ? null : mean.getLong(0);
  }

  private record ToTokens(String schema, ModelConf model)
      implements MapFunction<Ask, Long>, Serializable {
    @Override
    public Long call(Ask ask) {
      return TokenEstimate.of(ask, schema, model);
    }
  }
}
