package io.quaestor.conf;

import java.util.List;

/** A way of making questions ({@code pipelines/NAME.yaml}); {@code kind} says which. */
public sealed interface PipelineConf
    permits DirectConf, GradedConf, GroundedConf, CandidatesConf, VariantsConf {

  /** {@code direct | graded | grounded | candidates | variants}. */
  String kind();

  /** Label that stands in the tables. */
  String version();

  /** Accepted questions wanted unless the user says otherwise. */
  int target();

  PlanConf plan();

  /** Questions asked for in the first round over questions wanted, 1 or more. */
  default double overgenerateFactor() {
    return 1;
  }

  /** Every kind of ask it makes. */
  List<StepConf> steps();
}
