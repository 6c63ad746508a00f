package io.quaestor.experiment;

import io.quaestor.JobException;
import io.quaestor.generate.plan.Scope;
import java.util.List;

/**
 * What to compare, and on what.
 *
 * @param name no two experiments have one
 * @param cohorts two or more, each with a name of its own
 * @param auditors one or more; the first one decides which questions count as active
 * @param scope where chunks are drawn from
 * @param draw how many chunks, and how
 */
public record CreateOptions(
    String name, List<CohortSpec> cohorts, List<String> auditors, Scope scope, Draw draw) {

  /**
   * How chunks are drawn.
   *
   * @param chunks most of them; null for all there are
   * @param perChunk questions that each cohort asks of each
   * @param seed another seed, other chunks
   */
  public record Draw(Integer chunks, int perChunk, long seed) {}

  /**
   * Checks what was asked for.
   *
   * @throws JobException with exit code 2 when a value is not one of those above
   */
  public CreateOptions {
    cohorts = List.copyOf(cohorts);
    auditors = List.copyOf(auditors);
    if (name.isBlank() || name.startsWith("exp_")) {
      throw JobException.input(
          "bad_name", "'%s' is no name of an experiment".formatted(name), "call it v4-or-v5, say");
    }
    if (cohorts.size() < 2
        || cohorts.stream().map(CohortSpec::name).distinct().count() < cohorts.size()) {
      throw JobException.input(
          "cohorts_not_distinct",
          "Cannot compare the cohorts %s: two or more with different names are needed"
              .formatted(cohorts.stream().map(CohortSpec::name).toList()),
          "name them as in --cohort graded --cohort graded,seed=2,name=again");
    }
    if (auditors.isEmpty() || auditors.stream().distinct().count() < auditors.size()) {
      throw JobException.input(
          "auditors_not_distinct",
          "Cannot have the auditors %s: one or more different ones are needed".formatted(auditors),
          "name them as in --auditor mistral,sonnet");
    }
    if (draw.perChunk() < 1 || draw.chunks() != null && draw.chunks() < 2) {
      throw JobException.input(
          "nothing_to_compare",
          "Cannot compare on %s chunks with %d questions each"
              .formatted(draw.chunks(), draw.perChunk()),
          "use --chunks 2 or more and --per-chunk 1 or more");
    }
  }
}
