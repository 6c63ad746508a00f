package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sum;

import io.quaestor.JobContext;
import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.plan.CostEstimate;
import io.quaestor.generate.plan.Costs;
import io.quaestor.generate.plan.Planner;
import io.quaestor.generate.plan.RunSpec;
import io.quaestor.generate.plan.Source;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.PlannedBatch;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Round after round of one run, until its target is reached or nothing more is to be had. */
final class Rounds {
  /** Most failed batches named in a round. */
  private static final int NAMED = 20;

  private final JobContext context;
  private final Lake lake;
  private final Pipeline pipeline;
  private final Source source;
  private final Planner planner;
  private Dataset<PlannedBatch> plans;
  private Dataset<BatchResult> results;
  private Dataset<Slot> slots;

  Rounds(JobContext context, Pipeline pipeline, Source source, Planner planner) {
    this.context = context;
    this.lake = context.lake();
    this.pipeline = pipeline;
    this.source = source;
    this.planner = planner;
    this.plans = none(PlannedBatch.class);
    this.results = none(BatchResult.class);
    this.slots = none(Slot.class);
  }

  /**
   * @param onPlan gets all batches so far, before those of a round are asked for
   */
  RunRows run(RunSpec spec, Consumer<Dataset<PlannedBatch>> onPlan, Clock clock) {
    RunProgress progress = new RunProgress(spec.target(), spec.conf().overgenerateFactor());
    int batches = 0;
    int rounds = 0;
    while (progress.goesOn(rounds, spec.conf().plan().maxRounds())) {
      Planner.Earlier earlier = new Planner.Earlier(plans, batches, rounds);
      Dataset<PlannedBatch> plan =
          lake.settled(planner.next(earlier, progress.missing(), progress.toAsk()));
      int planned = (int) plan.count();
      if (planned == 0) {
        progress.dry();
        break;
      }
      batches += planned;
      rounds++;
      plans = plans.union(plan);
      onPlan.accept(plans);
      round(plan);
      progress.after(accepted(), asked(), planner.exhausted());
      context.progress().at("Generated", progress.accepted(), spec.target());
    }
    return new RunRows(spec, pipeline, new RunRows.Made(results, slots, rounds), progress, clock);
  }

  private void round(Dataset<PlannedBatch> plan) {
    CostEstimate estimate = costs().expected(plan);
    context.progress().note("Expected to cost " + estimate.words());
    Dataset<BatchResult> made = pipeline.execute(lake.settled(source.works(plan)));
    context.progress().note(estimate.against(costs().spent(plan)));
    results = results.union(made);
    made.filter(col("status").equalTo(BatchResult.FAILED))
        .selectExpr("batch.unitId", "batch.topic", "calls.failure")
        .distinct()
        .orderBy("unitId", "topic")
        .limit(NAMED)
        .collectAsList()
        .forEach(
            row ->
                context
                    .progress()
                    .note(
                        "Unit %s, topic %s: nothing came (%s); it is skipped"
                            .formatted(row.get(0), row.get(1), row.get(2))));
    Dataset<Slot> fresh =
        made.select(explode(col("slots")).as("slot"))
            .select("slot.*")
            .as(RecordEncoder.of(Slot.class));
    slots = lake.settled(Likeness.firstOnly(slots.union(fresh)));
  }

  private Costs costs() {
    return new Costs(lake, context.ledger().replies(), pipeline.conf());
  }

  private int accepted() {
    return (int) slots.filter(col("question").isNotNull()).count();
  }

  private int asked() {
    Row total = plans.agg(sum("count")).head();
    return total.isNullAt(0) ? 0 : (int) total.getLong(0);
  }

  private <T extends Record> Dataset<T> none(Class<T> type) {
    return lake.spark().createDataset(List.of(), RecordEncoder.of(type));
  }
}
