package io.quaestor.experiment;

import static org.apache.spark.sql.functions.col;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.audit.Judging;
import io.quaestor.conf.ModelConf;
import io.quaestor.generate.PinnedRun;
import io.quaestor.generate.plan.Source;
import io.quaestor.lake.Lake;
import io.quaestor.lake.Tables;
import io.quaestor.tables.Experiment;
import io.quaestor.tables.ExperimentCohort;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** An experiment with what it has pinned. */
record Pinned(JobContext context, Experiment experiment, Clock clock) {
  private static final int SHOWN = 3;

  /**
   * The experiment of a name or an id.
   *
   * @throws JobException with exit code 2 that names those there are
   */
  static Experiment find(Lake lake, String name) {
    Dataset<Experiment> all = lake.read(Tables.EXPERIMENTS);
    List<Experiment> found =
        all.filter(col("name").equalTo(name).or(col("experimentId").equalTo(name))).takeAsList(1);
    if (!found.isEmpty()) {
      return found.get(0);
    }
    List<String> known =
        all.orderBy(col("createdAt").desc()).select("name").as(Encoders.STRING()).takeAsList(20);
    throw JobException.input(
        "unknown_experiment",
        "There is no experiment %s".formatted(name),
        known.isEmpty()
            ? "make one with `quaestor experiment create NAME --cohort A --cohort B`"
            : "use one of %s".formatted(known));
  }

  /** What decides what auditors are asked: what it is to its content's hash or id. */
  static Map<String, String> pins(JobContext context, List<String> auditors) {
    Map<String, String> pins = new TreeMap<>();
    for (String name : auditors) {
      Judging auditor = new Judging(context, name, "", true);
      ModelConf model = context.home().conf().models().get(auditor.conf().model());
      pins.put("auditor " + name, auditor.promptVersion());
      pins.put("model of auditor " + name, model.provider() + "/" + model.id());
    }
    return pins;
  }

  PinnedRun run(ExperimentCohort cohort) {
    return new PinnedRun(
        context,
        new PinnedRun.Options(
            cohort.runId(),
            cohort.pipeline(),
            cohort.model(),
            cohort.seed(),
            experiment.perChunk()),
        clock);
  }

  ExperimentCohort cohort(String name) {
    return experiment.cohorts().stream()
        .filter(cohort -> cohort.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                JobException.input(
                    "unknown_cohort",
                    "The experiment %s has no cohort %s".formatted(experiment.name(), name),
                    "use one of %s"
                        .formatted(
                            experiment.cohorts().stream().map(ExperimentCohort::name).toList())));
  }

  /**
   * The chunks it asks about, when everything is as it was when the experiment was made.
   *
   * @throws JobException with exit code 2 that says what has changed, where, and the way out
   */
  Source source() {
    List<String> changes = new ArrayList<>(changed(experiment.pins(), auditorPins()));
    for (ExperimentCohort cohort : experiment.cohorts()) {
      changed(cohort.pins(), run(cohort).pins())
          .forEach(change -> changes.add(change + " (cohort %s)".formatted(cohort.name())));
    }
    Dataset<Row> pinned =
        context
            .lake()
            .read(Tables.EXPERIMENT_CHUNKS)
            .filter(col("experimentId").equalTo(experiment.experimentId()))
            .select("chunkId", "path");
    Source source = Source.ofChunks(context.lake(), pinned.select("chunkId"));
    int there = source.chunksPerUnit().values().stream().mapToInt(Integer::intValue).sum();
    if (there < experiment.chunks()) {
      changes.add(gone(pinned, source, experiment.chunks() - there));
    }
    if (!changes.isEmpty()) {
      throw JobException.input(
          "pinned_content_changed",
          "The experiment %s is not what it was made of any more: %s"
              .formatted(experiment.name(), String.join("; ", changes)),
          "put it back as it was, or make a new experiment with `quaestor experiment create`: what"
              + " both ask alike is not paid for twice");
    }
    return source;
  }

  private Map<String, String> auditorPins() {
    return pins(context, experiment.auditors());
  }

  private static String gone(Dataset<Row> pinned, Source source, int count) {
    List<String> paths =
        pinned
            .join(source.chunks().select("chunkId"), new String[] {"chunkId"}, "left_anti")
            .select("path")
            .distinct()
            .orderBy("path")
            .as(Encoders.STRING())
            .takeAsList(SHOWN);
    return "%,d of its chunks stand in no current document (of %s)"
        .formatted(count, String.join(", ", paths));
  }

  private static List<String> changed(Map<String, String> was, Map<String, String> is) {
    return was.entrySet().stream()
        .filter(pin -> !pin.getValue().equals(is.get(pin.getKey())))
        .map(
            pin ->
                "%s was %s and is %s"
                    .formatted(pin.getKey(), cut(pin.getValue()), cut(is.get(pin.getKey()))))
        .toList();
  }

  /** The beginning of a hash; ids of models whole. */
  private static String cut(String pin) {
    return pin == null
        ? "gone"
        : pin.contains("/") ? pin : pin.substring(0, Math.min(8, pin.length()));
  }
}
