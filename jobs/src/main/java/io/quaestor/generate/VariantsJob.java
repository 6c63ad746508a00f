package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.conf.PipelineConf;
import io.quaestor.conf.VariantsConf;
import io.quaestor.generate.plan.Costs;
import io.quaestor.generate.plan.RunSpec;
import io.quaestor.generate.plan.Scope;
import io.quaestor.generate.plan.Source;
import io.quaestor.generate.variants.CountAdvice;
import io.quaestor.generate.variants.CurrentSource;
import io.quaestor.generate.variants.VariantsOptions;
import io.quaestor.generate.variants.VariantsPipeline;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.tables.Question;
import io.quaestor.udfs.text.Hashes;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.Dataset;

/**
 * One generation run on a parent question: some variants, each a question of its own with its own
 * review.
 *
 * <p>Reads {@code questions}, {@code documents}, {@code chunks}; writes the tables of a generation
 * run. The same options on the same parent are the same run, whoever asks.
 */
public final class VariantsJob {
  private static final String PIPELINE = "variants";

  private final JobContext context;
  private final String advice;
  private final GenerateJob run;

  /**
   * @throws JobException when there is no such parent, its chunk is not current, or the count is
   *     out of range
   */
  public VariantsJob(JobContext context, VariantsOptions options, Clock clock) {
    this.context = context;
    VariantsConf conf = conf(context.home().pipeline(PIPELINE));
    int count = count(options.count(), conf);
    Lake lake = context.lake();
    Question parent = new CurrentSource(lake).of(parent(lake, options.parentId()));
    String difficulty = options.difficulty() == null ? parent.difficulty() : options.difficulty();
    this.advice = CountAdvice.of(count, conf);
    this.run = run(context, conf, parent, options.filled(count, difficulty), clock);
  }

  public String runId() {
    return run.runId();
  }

  /** The one batch; nothing is asked and nothing is written. */
  public Dataset<PlannedBatch> plan() {
    context.progress().note(advice);
    return run.plan();
  }

  /** What it is expected to cost. */
  public Costs costs() {
    return run.costs();
  }

  /** Says what so many variants are good for, then makes them. */
  public JobOutcome execute() {
    context.progress().note(advice);
    return run.execute();
  }

  private static GenerateJob run(
      JobContext context,
      VariantsConf conf,
      Question parent,
      VariantsOptions options,
      Clock clock) {
    Source source = Source.ofChunk(context.lake(), parent.chunkId());
    VariantsPipeline pipeline = new VariantsPipeline(context, conf, parent, options);
    GenerateOptions cell =
        new GenerateOptions(
            PIPELINE,
            Scope.ALL,
            parent.type(),
            options.difficulty(),
            options.model(),
            options.count(),
            options.seed());
    RunSpec spec = RunSpecs.of(cell, context.home(), source, pipeline);
    String runId =
        Hashes.id(
            "run", spec.runId(), parent.questionId(), parent.contentSha256(), options.notes());
    return new GenerateJob(context, clock, source, pipeline, spec.as(runId));
  }

  private static VariantsConf conf(PipelineConf conf) {
    if (conf instanceof VariantsConf variants) {
      return variants;
    }
    throw JobException.input(
        "bad_configuration",
        "pipelines/%s.yaml is of kind %s".formatted(PIPELINE, conf.kind()),
        "write kind: variants");
  }

  private static int count(Integer asked, VariantsConf conf) {
    int count = asked == null ? conf.target() : asked;
    if (count < 1 || count > conf.ceiling()) {
      throw JobException.input(
          "bad_count",
          "--count %d is not within 1 to %d".formatted(count, conf.ceiling()),
          "ask for fewer, and again with another --seed for more");
    }
    return count;
  }

  private static Question parent(Lake lake, String id) {
    List<Question> found =
        lake.read(Tables.QUESTIONS).filter(col("questionId").equalTo(id)).takeAsList(1);
    if (found.isEmpty()) {
      throw JobException.input(
          "unknown_parent",
          "There is no question %s".formatted(id),
          "find ids with `quaestor sql \"SELECT question_id, stem FROM questions\"`");
    }
    return found.get(0);
  }
}
