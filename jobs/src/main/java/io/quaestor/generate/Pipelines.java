package io.quaestor.generate;

import io.quaestor.JobContext;
import io.quaestor.JobException;
import io.quaestor.conf.CandidatesConf;
import io.quaestor.conf.DirectConf;
import io.quaestor.conf.GradedConf;
import io.quaestor.conf.GroundedConf;
import io.quaestor.conf.PipelineConf;
import io.quaestor.generate.batch.Pipeline;
import io.quaestor.generate.candidates.CandidatesPipeline;
import io.quaestor.generate.direct.DirectPipeline;
import io.quaestor.generate.graded.GradedPipeline;
import io.quaestor.generate.grounded.GroundedPipeline;

/** The ways of making questions from a corpus. */
final class Pipelines {
  private Pipelines() {}

  /**
   * @param name of a file {@code pipelines/NAME.yaml}
   * @throws JobException when there is none, or it does not start from a corpus
   */
  static Pipeline of(JobContext context, String name) {
    PipelineConf conf = context.home().pipeline(name);
    if (conf instanceof DirectConf direct) {
      return new DirectPipeline(context, direct);
    }
    if (conf instanceof GradedConf graded) {
      return new GradedPipeline(context, graded);
    }
    if (conf instanceof GroundedConf grounded) {
      return new GroundedPipeline(context, grounded);
    }
    if (conf instanceof CandidatesConf candidates) {
      return new CandidatesPipeline(context, candidates);
    }
    throw JobException.input(
        "not_a_corpus_pipeline",
        "The pipeline %s starts from a parent question".formatted(name),
        "use `quaestor variants --parent ID`");
  }
}
