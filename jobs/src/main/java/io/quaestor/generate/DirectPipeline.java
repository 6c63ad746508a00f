package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import io.quaestor.JobContext;
import io.quaestor.JobOutcome;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.llm.AskFactory;
import io.quaestor.prompt.Prompt;
import io.quaestor.tables.GenerationRun;
import io.quaestor.tables.PlannedBatch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The {@code direct} pipeline: plan batches, generate, check, validate, decide; top up until the
 * target is reached or the source gives no more.
 *
 * <p>Reads {@code documents}, {@code chunks}, {@code units}; writes {@code plans}, {@code
 * questions} (pending), {@code rejections}, {@code batches} and, last, {@code generation_runs}. A
 * killed run is run again: its asks are answered by the ledger and its rows are the same.
 */
public final class DirectPipeline {
  public static final String NAME = "direct";

  private final JobContext context;
  private final Clock clock;
  private final Source source;
  private final RunSpec spec;
  private final RunTables tables;
  private final Prompt generatePrompt;
  private final Prompt validatePrompt;

  /**
   * @throws io.quaestor.JobException when an option names nothing, or there is no source
   */
  public DirectPipeline(JobContext context, GenerateOptions options, Clock clock) {
    this.context = context;
    this.clock = clock;
    this.source = Source.of(context.lake(), options.unit());
    var conf = context.home().direct();
    this.generatePrompt = context.home().prompt(conf.generate().prompt());
    this.validatePrompt = context.home().prompt(conf.validate().prompt());
    this.spec =
        RunSpecs.of(options, context.home(), source, List.of(generatePrompt, validatePrompt));
    this.tables = new RunTables(context.lake(), spec.runId());
  }

  public String runId() {
    return spec.runId();
  }

  /** The first round's batches; nothing is asked and nothing is written. */
  public Dataset<PlannedBatch> plan() {
    return plan(0, demands().next(spec.target()));
  }

  /** Rows of every table the run writes are replaced together, in the order of the main path. */
  public JobOutcome execute() {
    GenerationRun finished = tables.finished();
    if (finished != null) {
      return RunSummary.of(finished, false);
    }
    Demands demands = demands();
    List<Round.Result> rounds = new ArrayList<>();
    List<Dataset<PlannedBatch>> plans = new ArrayList<>();
    Dataset<Slot> slots = null;
    RunProgress progress = new RunProgress(spec.target());
    while (progress.goesOn(rounds.size(), spec.conf().maxRounds())) {
      Dataset<PlannedBatch> plan =
          context.lake().settled(plan(rounds.size(), demands.next(progress.toAsk())));
      plans.add(plan);
      tables.plan(union(plans));
      CostEstimate estimate = CostEstimate.of(context.lake(), plan);
      context.progress().note("Expected to cost " + estimate.words());
      Round.Result round = round().execute(source, plan);
      context.progress().note(estimate.against(CostEstimate.spent(context.lake(), plan)));
      rounds.add(round);
      Dataset<Slot> all = slots == null ? round.slots() : slots.union(round.slots());
      slots = context.lake().settled(Likeness.firstOnly(all));
      progress.after(accepted(slots), asked(plans), demands.exhausted(source.chunksPerUnit()));
      context.progress().at("Generated", progress.accepted(), spec.target());
    }
    GenerationRun run = tables.write(new RunRows(spec, rounds, slots, progress, prompts(), clock));
    return RunSummary.of(run, true);
  }

  private Demands demands() {
    return new Demands(source.units(), spec.conf().batchSize(), spec.conf().chunksPerUnitCap());
  }

  private Dataset<PlannedBatch> plan(int round, List<Demand> demands) {
    Estimate estimate =
        new Estimate(
            PlanUnit.models(spec, context.home().conf().models()),
            spec.conf().validate().model(),
            generatePrompt,
            validatePrompt,
            LocalDate.now(clock));
    return source
        .sizes()
        .groupByKey(new UnitOf(), Encoders.STRING())
        .flatMapGroups(
            new PlanUnit(spec, round, demands, estimate), RecordEncoder.of(PlannedBatch.class));
  }

  private Round round() {
    AskFactory factory = new AskFactory(context.home().conf(), context.home().schemas());
    return new Round(
        context.lake(),
        context.ledger(),
        new DirectAsks(factory, spec.conf(), generatePrompt, validatePrompt),
        new Outcomes(spec.conf()),
        spec.conf().batchRetries() + 1);
  }

  private List<Prompt> prompts() {
    return List.of(generatePrompt, validatePrompt);
  }

  private static int accepted(Dataset<Slot> slots) {
    return (int) slots.filter(col("question").isNotNull()).count();
  }

  private static int asked(List<Dataset<PlannedBatch>> plans) {
    Row total = union(plans).agg(sum("count")).head();
    return total.isNullAt(0) ? 0 : (int) total.getLong(0);
  }

  private static Dataset<PlannedBatch> union(List<Dataset<PlannedBatch>> plans) {
    return plans.stream().reduce(Dataset::union).orElseThrow();
  }

  private static final class UnitOf
      implements org.apache.spark.api.java.function.MapFunction<ChunkSize, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(ChunkSize chunk) {
      return chunk.unitId();
    }
  }
}
