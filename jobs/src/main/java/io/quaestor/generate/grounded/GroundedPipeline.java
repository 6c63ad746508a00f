package io.quaestor.generate.grounded;

import io.quaestor.JobContext;
import io.quaestor.conf.GroundedConf;
import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Exchanges;
import io.quaestor.generate.batch.Maker;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.generate.plan.CallShape;
import io.quaestor.generate.plan.Cut;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.udfs.structure.QuestionType;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;

/** The claims of a chunk with verified quotes, then one audited question from one claim. */
public final class GroundedPipeline implements Pipeline {
  private static final int CLAIM_TOKENS = 140;
  private static final int QUESTION_TOKENS = 420;

  private final GroundedConf conf;
  private final Lake lake;
  private final Exchanges exchanges;
  private final Step facts;
  private final Step question;

  public GroundedPipeline(JobContext context, GroundedConf conf) {
    this.conf = conf;
    this.lake = context.lake();
    this.exchanges = new Exchanges(context);
    this.facts = Step.of(context, "facts", conf.facts());
    this.question = Step.of(context, "question", conf.question());
  }

  @Override
  public GroundedConf conf() {
    return conf;
  }

  @Override
  public List<Step> steps() {
    return List.of(facts, question);
  }

  /** The question prompt and its option audit are made for one right option among several. */
  @Override
  public Set<QuestionType> types() {
    return Set.of(QuestionType.MCQ_SINGLE);
  }

  @Override
  public Cut cut() {
    return Cut.byChunk(conf.plan().batchSize(), conf.questionsPerTopic());
  }

  /** Assumptions taken from a claim with one quote and a question with four options. */
  @Override
  public List<CallShape> shapes() {
    return List.of(
        facts.shape(true, CallShape.Calls.ONE, new CallShape.Tokens(0, CLAIM_TOKENS)),
        question.shape(
            false, new CallShape.Calls(0, 1), new CallShape.Tokens(CLAIM_TOKENS, QUESTION_TOKENS)));
  }

  @Override
  public Dataset<BatchResult> execute(Dataset<BatchWork> works) {
    Dataset<FactBank> banks =
        exchanges.tried(
            works, "batch.batchId", new Banking(facts, conf), conf.plan().batchRetries() + 1);
    Dataset<AskedClaim> claims =
        lake.settled(banks.flatMap(new AskedClaim.Each(), RecordEncoder.of(AskedClaim.class)));
    Dataset<ClaimOutcome> outcomes =
        exchanges.each(claims, "subject", new Questioning(question, conf));
    return lake.settled(Gather.of(banks, outcomes, Maker.of(conf)));
  }
}
