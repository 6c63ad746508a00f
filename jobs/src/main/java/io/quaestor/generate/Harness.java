package io.quaestor.generate;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.JobOutcome;
import io.quaestor.generate.Trial.Topic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries pipelines out on a part of the corpus: the same calls as {@code generate} would make, kept
 * by the ledger, and nothing stored in {@code questions} or any other table of a run.
 */
public final class Harness {
  private final JobContext context;
  private final HarnessOptions options;
  private final Clock clock;
  private final List<Trial> trials = new ArrayList<>();

  /**
   * @throws JobException when not one or two different pipelines are named
   */
  public Harness(JobContext context, HarnessOptions options, Clock clock) {
    if (options.pipelines().isEmpty()
        || options.pipelines().size() > 2
        || options.pipelines().stream().distinct().count() < options.pipelines().size()) {
      throw JobException.input(
          "bad_pipelines",
          "Pipelines to try: %s".formatted(options.pipelines()),
          "name one with --pipeline, or two different ones to compare them");
    }
    this.context = context;
    this.options = options;
    this.clock = clock;
  }

  /** Counts of all trials together; {@link #trials} has each. */
  public JobOutcome execute() {
    List<GenerateJob> jobs = options.pipelines().stream().map(this::job).toList();
    for (int i = 0; i < jobs.size(); i++) {
      GenerateJob job = jobs.get(i);
      RunRows rows = job.trial();
      trials.add(Trials.of(context.lake(), options.pipelines().get(i), rows, job.costs()));
    }
    return new JobOutcome(status(), counts(), false, null);
  }

  private GenerateJob job(String pipeline) {
    GenerateOptions generate =
        new GenerateOptions(
            pipeline, options.scope(), null, null, null, options.target(), options.seed());
    return new GenerateJob(context, generate, clock);
  }

  /** One for each pipeline, in the order they were named; empty before {@link #execute}. */
  public List<Trial> trials() {
    return List.copyOf(trials);
  }

  private String status() {
    return trials.stream()
        .map(Trial::status)
        .filter(status -> !JobOutcome.COMPLETE.equals(status))
        .findFirst()
        .orElse(JobOutcome.COMPLETE);
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Trial trial : trials) {
      for (Topic topic : trial.topics()) {
        counts.merge("generated", topic.generated(), Long::sum);
        counts.merge("kept", topic.kept(), Long::sum);
        counts.merge("repaired", topic.repaired(), Long::sum);
        counts.merge("rejected", topic.rejected(), Long::sum);
        counts.merge("failed", topic.failed(), Long::sum);
      }
    }
    return counts;
  }
}
