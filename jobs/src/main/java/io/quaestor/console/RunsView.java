package io.quaestor.console;

import io.quaestor.tables.GenerationRun;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is at work and what was made.
 *
 * @param live a job of another process or of this one that makes calls, null for none
 */
record RunsView(Work.State work, String live, List<Run> runs) {

  /**
   * A generation run.
   *
   * @param parentId what its variants were made of, null for other runs
   */
  record Run(GenerationRun run, String when, String parentId) {
    String made() {
      return "%d/%d".formatted(run.accepted(), run.target());
    }
  }

  static RunsView of(Work.State work, String live, List<GenerationRun> runs) {
    return new RunsView(
        work,
        live,
        runs.stream()
            .map(
                run ->
                    new Run(
                        run,
                        run.createdAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                        run.arguments().get(GenerationRun.PARENT_ID)))
            .toList());
  }

  boolean started() {
    return work.what() != null;
  }
}
