package io.quaestor.generate.graded;

import io.quaestor.JobContext;
import io.quaestor.conf.GradedConf;
import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Drafting;
import io.quaestor.generate.batch.Exchanges;
import io.quaestor.generate.batch.GeneratedBatch;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.generate.plan.CallShape;
import io.quaestor.generate.plan.Cut;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.Measure;
import io.quaestor.tables.Question;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/**
 * More questions than wanted, topic by topic; a judge scores them by a rubric, code keeps, repairs
 * once or rejects.
 */
public final class GradedPipeline implements Pipeline {
  private static final String BATCH = "generated.work.batch.batchId";
  private static final int DRAFT_TOKENS = 320;
  private static final int GRADE_TOKENS = 110;

  /** Share of the drafts that a judge is taken to send to repair. */
  private static final double REPAIRED = 0.25;

  private final GradedConf conf;
  private final Lake lake;
  private final Exchanges exchanges;
  private final Step generate;
  private final Step judge;
  private final Step repair;

  public GradedPipeline(JobContext context, GradedConf conf) {
    this.conf = conf;
    this.lake = context.lake();
    this.exchanges = new Exchanges(context);
    this.generate = Step.of(context, "generate", conf.generate());
    this.judge = Step.of(context, "judge", conf.judge());
    this.repair = Step.of(context, "repair", conf.repair());
  }

  @Override
  public GradedConf conf() {
    return conf;
  }

  @Override
  public List<Step> steps() {
    return List.of(generate, judge, repair);
  }

  @Override
  public Cut cut() {
    return Cut.byTopic(conf.plan().batchSize(), conf.questionsPerTopic());
  }

  /** Assumptions taken from replies with four options, rationales and one quote. */
  @Override
  public List<CallShape> shapes() {
    CallShape.Calls mostBatches = new CallShape.Calls(1 - REPAIRED, 0);
    double shown = REPAIRED * (DRAFT_TOKENS + GRADE_TOKENS);
    return List.of(
        generate.shape(true, CallShape.Calls.ONE, new CallShape.Tokens(0, DRAFT_TOKENS)),
        judge.shape(true, CallShape.Calls.ONE, new CallShape.Tokens(DRAFT_TOKENS, GRADE_TOKENS)),
        repair.shape(true, mostBatches, new CallShape.Tokens(shown, REPAIRED * DRAFT_TOKENS)),
        judge.shape(
            true,
            mostBatches,
            new CallShape.Tokens(REPAIRED * DRAFT_TOKENS, REPAIRED * GRADE_TOKENS)));
  }

  @Override
  public Dataset<BatchResult> execute(Dataset<BatchWork> works) {
    GradedCheck check = GradedCheck.of(conf);
    Judging judging = new Judging(new Judge(judge, Rubrics.of(conf)));
    Dataset<GradedBatch> drafted =
        exchanges
            .tried(
                works,
                "batch.batchId",
                new Drafting(generate, "graded-generate", check),
                conf.plan().batchRetries() + 1)
            .map(
                (MapFunction<GeneratedBatch, GradedBatch>) GradedBatch::of,
                RecordEncoder.of(GradedBatch.class));
    Dataset<GradedBatch> judged = exchanges.each(drafted, BATCH, judging);
    Dataset<GradedBatch> repaired = exchanges.each(judged, BATCH, new Repairing(repair, check));
    Dataset<GradedBatch> judgedAgain = exchanges.each(repaired, BATCH, judging);
    return lake.settled(
        judgedAgain.map(
            new Verdicts(Maker.of(conf), conf.rubric()), RecordEncoder.of(BatchResult.class)));
  }

  @Override
  public List<Measure> measures(Dataset<BatchResult> results, Dataset<Question> accepted) {
    return new GradedMeasures(conf.targets()).of(results, accepted);
  }
}
