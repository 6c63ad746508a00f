package io.quaestor.generate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.quaestor.JobContext;
import io.quaestor.conf.ConfHome;
import io.quaestor.conf.PlanConf;
import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.batch.Slot;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.CallShape;
import io.quaestor.generate.plan.Costs;
import io.quaestor.generate.plan.PinnedPlan;
import io.quaestor.generate.plan.Planner;
import io.quaestor.generate.plan.RunSpec;
import io.quaestor.generate.plan.Scope;
import io.quaestor.generate.plan.Source;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.tables.PlannedBatch;
import io.quaestor.udfs.text.Hashes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;

/**
 * A run of a pipeline that asks the same of every one of given chunks, once, without topping up.
 * Asks are paid for and kept by the ledger; nothing else is stored.
 */
public final class PinnedRun {
  private final JobContext context;
  private final Options options;
  private final Clock clock;
  private final Pipeline pipeline;

  /**
   * What to run.
   *
   * @param pipeline name of a file {@code pipelines/NAME.yaml}
   * @param model alias that overrides the routing of generation, null for none
   * @param perChunk questions asked of a chunk, at least 1
   */
  public record Options(String runId, String pipeline, String model, long seed, int perChunk) {}

  /**
   * What came of it.
   *
   * @param slots what became of each question that was asked for
   */
  public record Made(
      Dataset<PlannedBatch> plan,
      Dataset<BatchResult> results,
      Dataset<Slot> slots,
      RunParts parts) {}

  /**
   * @throws io.quaestor.JobException when there is no such pipeline or model
   */
  public PinnedRun(JobContext context, Options options, Clock clock) {
    this.context = context;
    this.options = options;
    this.clock = clock;
    this.pipeline = Pipelines.of(context, options.pipeline());
    RunSpecs.model(options.model(), context.home());
  }

  public String kind() {
    return pipeline.conf().kind();
  }

  public String version() {
    return pipeline.conf().version();
  }

  /** Everything that decides what is asked, the chunks apart: what it is to its content's hash. */
  public Map<String, String> pins() {
    ConfHome home = context.home();
    Map<String, String> pins = new TreeMap<>();
    pins.put("pipeline " + options.pipeline(), Hashes.sha256(pipeline.conf().toString()));
    for (Step step : pipeline.steps()) {
      String schema = step.conf().schema();
      pins.put("prompt " + step.prompt().name(), step.prompt().sha256());
      pins.put("schema " + schema, Hashes.sha256(String.valueOf(home.schemas().get(schema))));
    }
    for (String alias : models()) {
      pins.put(
          "model " + alias,
          home.conf().models().get(alias).provider() + "/" + home.conf().models().get(alias).id());
    }
    return pins;
  }

  private List<String> models() {
    PlanConf.Routing routing = pipeline.conf().plan().routing();
    List<String> models =
        new ArrayList<>(
            options.model() == null
                ? List.of(routing.cheap(), routing.strong())
                : List.of(options.model()));
    pipeline.steps().stream()
        .map(step -> step.conf().model())
        .filter(Objects::nonNull)
        .forEach(models::add);
    return models;
  }

  /** What would be asked; nothing is. */
  public Dataset<PlannedBatch> plan(Source source) {
    return plan(source, pipeline.shapes());
  }

  /** The same batches with the estimates of other calls. */
  public Dataset<PlannedBatch> plan(Source source, List<CallShape> shapes) {
    Planner.Prices prices =
        new Planner.Prices(context.home().conf().models(), LocalDate.now(clock));
    return new PinnedPlan(spec(source), source, options.perChunk(), prices).batches(shapes);
  }

  /** What its batches are expected to cost. */
  public Costs costs() {
    return new Costs(context.lake(), context.ledger().replies(), pipeline.conf());
  }

  /** Asks, and makes questions and rejections of the replies. */
  public Made execute(Source source) {
    RunSpec spec = spec(source);
    Dataset<PlannedBatch> plan = context.lake().settled(plan(source));
    Dataset<BatchResult> results = pipeline.execute(context.lake().settled(source.works(plan)));
    Dataset<Slot> asked =
        results
            .select(explode(col("slots")).as("slot"))
            .select("slot.*")
            .as(RecordEncoder.of(Slot.class));
    Dataset<Slot> slots = context.lake().settled(Likeness.firstOnly(asked));
    int accepted = (int) slots.filter(col("question").isNotNull()).count();
    RunProgress progress = new RunProgress(spec.target(), 1);
    progress.after(accepted, spec.target(), false);
    progress.goesOn(1, 1);
    context.progress().at("Generated", accepted, spec.target());
    RunRows rows =
        new RunRows(spec, pipeline, new RunRows.Made(results, slots, 1), progress, clock);
    return new Made(plan, results, slots, rows);
  }

  private RunSpec spec(Source source) {
    int chunks = source.chunksPerUnit().values().stream().mapToInt(Integer::intValue).sum();
    return new RunSpec(
        options.runId(),
        pipeline.conf(),
        Scope.ALL,
        null,
        null,
        options.model(),
        chunks * options.perChunk(),
        options.seed());
  }
}
