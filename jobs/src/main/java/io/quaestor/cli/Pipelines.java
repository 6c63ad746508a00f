package io.quaestor.cli;

import io.quaestor.JobException;
import io.quaestor.generate.DirectPipeline;

/** The pipelines there are. */
final class Pipelines {
  private Pipelines() {}

  static void require(String name) {
    if (!DirectPipeline.NAME.equals(name)) {
      throw JobException.input(
          "unknown_pipeline",
          "There is no pipeline %s".formatted(name),
          "use %s".formatted(DirectPipeline.NAME));
    }
  }
}
