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
    Usage all = new Usage(0, 0, 0, 0);
    BigDecimal cost = BigDecimal.ZERO;
    for (Map.Entry<String, Judging> each : panel.auditors().entrySet()) {
      ModelConf model = context.home().conf().models().get(each.getValue().conf().model());
      Row asks = asks(each.getValue(), items.questions(), model);
      long output = asks.getLong(0) * outputPerAsk(each.getValue());
      Usage usage = new Usage(asks.getLong(1), output, 0, 0);
      BigDecimal here = Prices.of(model).cost(usage, LocalDate.now(clock));
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %,d asks of %s, about %,d tokens in and %,d out, $%.4f at list prices",
              each.getKey(),
              asks.getLong(0),
              each.getValue().conf().model(),
              asks.getLong(1),
              output,
              here));
      counts.put("asks_of_" + each.getKey(), asks.getLong(0));
      all = new Usage(all.input() + asks.getLong(1), all.output() + output, 0, 0);
      cost = cost.add(here);
    }
    counts.put("input", all.input());
    counts.put("output", all.output());
    lines.add(
        String.format(Locale.ROOT, "$%.4f in all; what is in the ledger is not asked again", cost));
    return new CalibrationPlan(lines, counts);
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

  /** The mean of what this model has answered in audits, rounded up; else the most it may. */
  private long outputPerAsk(Judging auditor) {
    Row mean =
        context
            .ledger()
            .replies()
            .filter(
                col("purpose").rlike("^(audit$|calibrate-)").and(col("status").equalTo(Reply.OK)))
            .filter(col("model").equalTo(auditor.conf().model()))
            .agg(expr("CAST(ceil(avg(outputTokens)) AS BIGINT)"))
            .head();
    return mean.isNullAt(0) ? auditor.conf().maxTokens() : mean.getLong(0);
  }

  private record ToTokens(String schema, ModelConf model)
      implements MapFunction<Ask, Long>, Serializable {
    @Override
    public Long call(Ask ask) {
      return TokenEstimate.of(ask, schema, model);
    }
  }
}
