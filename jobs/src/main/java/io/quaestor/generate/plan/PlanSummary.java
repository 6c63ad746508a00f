package io.quaestor.generate.plan;

import io.quaestor.conf.Conf;
import io.quaestor.conf.LimitsConf;
import io.quaestor.tables.PlannedBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A plan in a page: what would be sent, to which model, and what it would cost.
 *
 * @param lines for people
 * @param counts for programs
 */
public record PlanSummary(List<String> lines, Map<String, Long> counts) {

  /** Sums over the plan's first round; the validator's share is in each batch's figures. */
  public static PlanSummary of(Dataset<PlannedBatch> plan, Costs costs, Conf conf) {
    Dataset<PlannedBatch> kept = plan.persist();
    List<String> lines = new ArrayList<>();
    lines.add("unit, topic, type, difficulty, questions, chunks, model");
    kept.orderBy("ordinal").limit(40).collectAsList().forEach(batch -> lines.add(line(batch)));
    Row sums =
        kept.selectExpr(
                "count(*) AS batches",
                "sum(count) AS questions",
                "sum(size(chunkIds)) AS chunks",
                "sum(estimatedCalls) AS calls",
                "sum(estimatedInputTokens) AS input",
                "sum(estimatedOutputTokens) AS output")
            .head();
    long batches = sums.getAs("batches");
    if (batches > 40) {
      lines.add("... and %,d batches more".formatted(batches - 40));
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    List.of("batches", "questions", "chunks", "calls", "input", "output")
        .forEach(name -> counts.put(name, sums.<Long>getAs(name)));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d questions in %,d batches; %,d chunks sent; %,d calls, about %,d tokens in and %,d"
                + " out, %s at list prices, at least %s at the configured limits",
            counts.get("questions"),
            batches,
            counts.get("chunks"),
            counts.get("calls"),
            counts.get("input"),
            counts.get("output"),
            costs.expected(kept).words(),
            time(kept, conf)));
    kept.unpersist();
    return new PlanSummary(lines, counts);
  }

  private static String line(PlannedBatch batch) {
    return "%s, %s, %s, %s, %d, %d, %s"
        .formatted(
            batch.unitId(),
            batch.topic(),
            batch.type(),
            batch.difficulty(),
            batch.count(),
            batch.chunkIds().size(),
            batch.model());
  }

  /**
   * Minutes of the slowest model under its own limits, all steps counted as the batch's model's.
   */
  private static String time(Dataset<PlannedBatch> plan, Conf conf) {
    double minutes = 0;
    for (Row row :
        plan.groupBy("model")
            .agg(
                Map.of(
                    "estimatedCalls",
                    "sum",
                    "estimatedInputTokens",
                    "sum",
                    "estimatedOutputTokens",
                    "sum"))
            .collectAsList()) {
      LimitsConf limits = conf.models().get(row.<String>getAs("model")).limits();
      minutes =
          Math.max(minutes, share(row.getAs("sum(estimatedCalls)"), limits.requestsPerMinute()));
      minutes =
          Math.max(
              minutes,
              share(row.getAs("sum(estimatedInputTokens)"), limits.inputTokensPerMinute()));
      minutes =
          Math.max(
              minutes,
              share(row.getAs("sum(estimatedOutputTokens)"), limits.outputTokensPerMinute()));
    }
    return String.format(Locale.ROOT, "%.1f min", minutes);
  }

  private static double share(Long amount, Long perMinute) {
    return perMinute == null ? 0 : (double) amount / perMinute;
  }
}
