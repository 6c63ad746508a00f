package io.quaestor.generate.variants;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.conf.VariantsConf;
import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Check;
import io.quaestor.generate.batch.DraftQuestion;
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
import io.quaestor.lake.Tables;
import io.quaestor.prompt.Fence;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Variants of one parent question in one call, each to be reviewed by itself. */
public final class VariantsPipeline implements Pipeline {
  private static final int PARENT_TOKENS = 260;
  private static final int VARIANT_TOKENS = 260;

  private final VariantsConf conf;
  private final Question parent;
  private final VariantsOptions options;
  private final Lake lake;
  private final Exchanges exchanges;
  private final Step generate;

  /**
   * @param options with count and difficulty
   */
  public VariantsPipeline(
      JobContext context, VariantsConf conf, Question parent, VariantsOptions options) {
    this.conf = conf;
    this.parent = parent;
    this.options = options;
    this.lake = context.lake();
    this.exchanges = new Exchanges(context);
    this.generate = Step.of(context, "variants", conf.generate());
  }

  @Override
  public VariantsConf conf() {
    return conf;
  }

  @Override
  public List<Step> steps() {
    return List.of(generate);
  }

  @Override
  public Cut cut() {
    return Cut.even(conf.plan().batchSize());
  }

  /** Assumptions taken from questions with four options, rationales and one quote. */
  @Override
  public List<CallShape> shapes() {
    return List.of(
        generate.shape(
            true, CallShape.Calls.ONE, new CallShape.Tokens(PARENT_TOKENS, VARIANT_TOKENS)));
  }

  @Override
  public Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put(GenerationRun.PARENT_ID, parent.questionId());
    arguments.put(GenerationRun.PARENT_CONTENT, parent.contentSha256());
    arguments.put("source_version", parent.sourceVersion());
    arguments.put("count", String.valueOf(options.count()));
    arguments.put("notes", options.notes());
    arguments.put("created_by", options.by());
    return arguments;
  }

  @Override
  public Dataset<BatchResult> execute(Dataset<BatchWork> works) {
    Drafting drafting = new Drafting(generate, "variants", Check::wholly);
    String notes = options.notes() == null ? "" : options.notes();
    Dataset<GeneratedBatch> generated =
        exchanges.tried(
            works,
            "batch.batchId",
            new Varying(drafting, Fence.questions(List.of(shown())), notes),
            conf.plan().batchRetries() + 1);
    Maker maker = new Maker(conf.kind(), conf.version(), parent.questionId());
    Resemblance resemblance =
        new Resemblance(
            Resemblance.words(parent.stem(), parent.options()),
            siblings(works.first().batch().runId()),
            conf.similarAbove());
    return lake.settled(
        generated.map(new Accepting(maker, resemblance), RecordEncoder.of(BatchResult.class)));
  }

  private Map<String, Object> shown() {
    DraftQuestion draft =
        new DraftQuestion(
            null,
            parent.stem(),
            parent.options(),
            parent.answer(),
            parent.acceptableVariations(),
            parent.explanation(),
            parent.distractorRationales(),
            parent.sourceEvidence().evidenceSpanIds(),
            parent.sourceEvidence().quotes(),
            null,
            null,
            null);
    return draft.shown(parent.type(), parent.difficulty());
  }

  /** Words of the variants that other runs made of the parent. */
  private List<String> siblings(String runId) {
    return lake.read(Tables.QUESTIONS)
        .filter(col("parentQuestionId").equalTo(parent.questionId()))
        .filter(col("runId").notEqual(runId))
        .selectExpr("concat_ws(' ', stem, array_join(options, ' '))")
        .as(Encoders.STRING())
        .collectAsList();
  }
}
