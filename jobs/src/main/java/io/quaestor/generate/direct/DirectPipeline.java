package io.quaestor.generate.direct;

import io.quaestor.JobContext;
import io.quaestor.conf.DirectConf;
import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Check;
import io.quaestor.generate.batch.Drafting;
import io.quaestor.generate.batch.Exchanges;
import io.quaestor.generate.batch.GeneratedBatch;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.generate.plan.CallShape;
import io.quaestor.generate.plan.Cut;
import java.util.List;
import org.apache.spark.sql.Dataset;

/** Batches of about five questions, checked by code, then validated in one call per batch. */
public final class DirectPipeline implements Pipeline {
  private static final int DRAFT_TOKENS = 260;
  private static final int VERDICT_TOKENS = 45;

  private final DirectConf conf;
  private final Exchanges exchanges;
  private final Step generate;
  private final Step validate;

  public DirectPipeline(JobContext context, DirectConf conf) {
    this.conf = conf;
    this.exchanges = new Exchanges(context);
    this.generate = Step.of(context, "generate", conf.generate());
    this.validate = Step.of(context, "validate", conf.validate());
  }

  @Override
  public DirectConf conf() {
    return conf;
  }

  @Override
  public List<Step> steps() {
    return List.of(generate, validate);
  }

  @Override
  public Cut cut() {
    return Cut.even(conf.plan().batchSize());
  }

  /** Assumptions taken from replies with four options, rationales and one quote. */
  @Override
  public List<CallShape> shapes() {
    return List.of(
        generate.shape(true, CallShape.Calls.ONE, new CallShape.Tokens(0, DRAFT_TOKENS)),
        validate.shape(
            true, CallShape.Calls.ONE, new CallShape.Tokens(DRAFT_TOKENS, VERDICT_TOKENS)));
  }

  @Override
  public Dataset<BatchResult> execute(Dataset<BatchWork> works) {
    Dataset<GeneratedBatch> generated =
        exchanges.tried(
            works,
            "batch.batchId",
            new Drafting(generate, "generate", Check::wholly),
            conf.plan().batchRetries() + 1);
    return exchanges.each(
        generated, "work.batch.batchId", new Validating(validate, Maker.of(conf)));
  }
}
