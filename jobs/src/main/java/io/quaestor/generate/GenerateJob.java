package io.quaestor.generate;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.plan.Costs;
import io.quaestor.generate.plan.Coverage;
import io.quaestor.generate.plan.Planner;
import io.quaestor.generate.plan.RunSpec;
import io.quaestor.generate.plan.Source;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.PlannedBatch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;

/**
 * A run of a pipeline over the corpus: plan batches, have the pipeline make questions of them, top
 * up until the target is reached or the source gives no more.
 *
 * <p>Reads {@code documents}, {@code chunks}, {@code units}; writes {@code plans}, {@code
 * questions} (pending), {@code rejections}, {@code judgements}, {@code facts}, {@code candidates},
 * {@code batches} and, last, {@code generation_runs}. A killed run is run again: its asks are
 * answered by the ledger and its rows are the same.
 */
public final class GenerateJob {
  private final JobContext context;
  private final Clock clock;
  private final Source source;
  private final Pipeline pipeline;
  private final RunSpec spec;
  private final RunTables tables;

  /**
   * @throws io.quaestor.JobException when an option names nothing, or there is no source
   */
  public GenerateJob(JobContext context, GenerateOptions options, Clock clock) {
    this.context = context;
    this.clock = clock;
    this.source = Source.of(context.lake(), options.scope());
    this.pipeline = Pipelines.of(context, options.pipeline());
    this.spec = RunSpecs.of(options, context.home(), source, pipeline);
    this.tables = new RunTables(context.lake(), spec.runId());
  }

  /** A run over a source of its own. */
  GenerateJob(JobContext context, Clock clock, Source source, Pipeline pipeline, RunSpec spec) {
    this.context = context;
    this.clock = clock;
    this.source = source;
    this.pipeline = pipeline;
    this.spec = spec;
    this.tables = new RunTables(context.lake(), spec.runId());
  }

  public String runId() {
    return spec.runId();
  }

  /** The first round's batches; nothing is asked and nothing is written. */
  public Dataset<PlannedBatch> plan() {
    RunProgress start = new RunProgress(spec.target(), pipeline.conf().overgenerateFactor());
    Dataset<PlannedBatch> none =
        context.lake().spark().createDataset(List.of(), RecordEncoder.of(PlannedBatch.class));
    return planner().next(new Planner.Earlier(none, 0, 0), start.missing(), start.toAsk());
  }

  /** What its batches are expected to cost, and did. */
  public Costs costs() {
    return new Costs(context.lake(), context.ledger().replies(), pipeline.conf());
  }

  /** What the topics it draws from have and lack. */
  public Dataset<Coverage> coverage() {
    return Coverage.of(context.lake(), source, pipeline.conf().plan());
  }

  /** Rows of every table the run writes are replaced together, in the order of the main path. */
  public JobOutcome execute() {
    GenerationRun finished = tables.finished();
    if (finished != null) {
      return RunSummary.of(finished, false);
    }
    RunRows rows = new Rounds(context, pipeline, source, planner()).run(spec, tables::plan, clock);
    GenerationRun run = tables.write(rows);
    RunSummary.lines(run).forEach(context.progress()::note);
    return RunSummary.of(run, true);
  }

  /** What the run would store, with nothing stored; asks are paid for and kept by the ledger. */
  RunRows trial() {
    return new Rounds(context, pipeline, source, planner()).run(spec, plan -> {}, clock);
  }

  private Planner planner() {
    return new Planner(
        spec,
        source,
        pipeline.cut(),
        pipeline.shapes(),
        new Planner.Prices(context.home().conf().models(), LocalDate.now(clock)));
  }
}
