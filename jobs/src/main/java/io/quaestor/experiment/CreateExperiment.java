package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.generate.PinnedRun;
import io.quaestor.generate.plan.Source;
import io.quaestor.lake.Lake;
import io.quaestor.lake.RecordEncoder;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentChunk;
import io.quaestor.tables.ExperimentCohort;
import io.quaestor.udfs.text.Hashes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Pins what is to be compared: chunks, pipelines, prompts, models and auditors, each by the hash of
 * its content.
 *
 * <p>Reads {@code documents} and {@code chunks}; writes {@code experiment_chunks} and, last, {@code
 * experiments}. Nothing is asked. The same experiment again changes nothing.
 */
public final class CreateExperiment {
  private final JobContext context;
  private final Lake lake;
  private final CreateOptions options;
  private final Clock clock;
  private Outlook outlook;

  public CreateExperiment(JobContext context, CreateOptions options, Clock clock) {
    this.context = context;
    this.lake = context.lake();
    this.options = options;
    this.clock = clock;
  }

  /**
   * @throws JobException with exit code 2 when there is no such pipeline, model, auditor, unit or
   *     document, or the name is that of another experiment
   */
  public JobOutcome execute() {
    lake.spark().sparkContext().setJobDescription("experiment: pin chunks");
    Map<String, String> pins = Pinned.pins(context, options.auditors());
    List<ExperimentCohort> cohorts = options.cohorts().stream().map(this::cohort).toList();
    Dataset<Row> drawn = lake.settled(drawn());
    Row sums = drawn.selectExpr("count(*)", "bit_xor(xxhash64(chunkId))").head();
    Experiment experiment = experiment(cohorts, pins, sums);
    boolean changed = requireFree(experiment) && write(experiment, drawn);
    note(experiment.chunks());
    Source source = Source.ofChunks(lake, drawn.select("chunkId"));
    outlook = Outlook.of(new Pinned(context, experiment, clock), source);
    return JobOutcome.complete(outlook.counts(), changed);
  }

  /** What generating would ask, cost and show, for people. */
  public List<String> lines() {
    return outlook.lines();
  }

  private ExperimentCohort cohort(CohortSpec spec) {
    PinnedRun run =
        new PinnedRun(
            context,
            new PinnedRun.Options(
                null, spec.pipeline(), spec.model(), spec.seed(), options.draw().perChunk()),
            clock);
    return new ExperimentCohort(
        spec.name(),
        spec.pipeline(),
        run.kind(),
        run.version(),
        spec.model(),
        spec.seed(),
        null,
        run.pins());
  }

  private Dataset<Row> drawn() {
    Dataset<Row> chunks =
        Source.of(lake, options.scope())
            .chunks()
            .select("chunkId", "unitId", "documentId", "path", "sourceVersion", "textSha256");
    CreateOptions.Draw draw = options.draw();
    return draw.chunks() == null
        ? chunks
        : chunks
            .orderBy(xxhash64(concat_ws(" ", lit(draw.seed()), col("chunkId"))), col("chunkId"))
            .limit(draw.chunks());
  }

  private Experiment experiment(
      List<ExperimentCohort> cohorts, Map<String, String> pins, Row chunks) {
    String id =
        Hashes.id(
            "exp",
            options.name(),
            cohorts.toString(),
            options.auditors().toString(),
            pins.toString(),
            String.valueOf(options.draw().perChunk()),
            chunks.toString());
    return new Experiment(
        id,
        options.name(),
        cohorts.stream().map(cohort -> with(cohort, Hashes.id("run", id, cohort.name()))).toList(),
        options.auditors(),
        pins,
        options.scope().unit(),
        options.scope().document(),
        (int) chunks.getLong(0),
        options.draw().perChunk(),
        options.draw().seed(),
        clock.instant());
  }

  private static ExperimentCohort with(ExperimentCohort cohort, String runId) {
    return new ExperimentCohort(
        cohort.name(),
        cohort.pipeline(),
        cohort.kind(),
        cohort.version(),
        cohort.model(),
        cohort.seed(),
        runId,
        cohort.pins());
  }

  /** Whether it is new. */
  private boolean requireFree(Experiment experiment) {
    List<String> named =
        new ArrayList<>(
            lake.read(Tables.EXPERIMENTS)
                .filter(col("name").equalTo(experiment.name()))
                .select("experimentId")
                .as(Encoders.STRING())
                .takeAsList(1));
    if (!named.isEmpty() && !named.contains(experiment.experimentId())) {
      throw JobException.input(
          "name_taken",
          "There is another experiment %s: of other cohorts, auditors, chunks or pinned content"
              .formatted(experiment.name()),
          "choose another name; what both ask alike is not paid for twice");
    }
    return named.isEmpty();
  }

  private boolean write(Experiment experiment, Dataset<Row> drawn) {
    String id = experiment.experimentId();
    lake.insertNew(
        Tables.EXPERIMENT_CHUNKS,
        drawn
            .withColumn("experimentId", lit(id))
            .withColumn("pinId", concat_ws("/", lit(id), col("chunkId")))
            .as(RecordEncoder.of(ExperimentChunk.class)));
    lake.add(
        Tables.EXPERIMENTS,
        lake.spark().createDataset(List.of(experiment), RecordEncoder.of(Experiment.class)));
    return true;
  }

  private void note(int chunks) {
    Integer wanted = options.draw().chunks();
    if (wanted != null && chunks < wanted) {
      context
          .progress()
          .note("%,d chunks were wanted, %,d are there: all are used".formatted(wanted, chunks));
    }
  }
}
