package io.quaestor.conf;

import java.io.Serializable;
import java.util.List;

/**
 * The {@code variants} pipeline: variants of one parent question in one call.
 *
 * @param target variants asked for unless the user says otherwise
 * @param exploreFrom count from which variants are to explore rather than to choose from
 * @param warnAbove count above which effort and repetition are warned of
 * @param ceiling most variants of one run
 * @param similarAbove cosine above which two siblings are marked as alike, 0 to 1
 */
public record VariantsConf(
    String kind,
    String version,
    int target,
    PlanConf plan,
    int exploreFrom,
    int warnAbove,
    int ceiling,
    double similarAbove,
    StepConf generate)
    implements PipelineConf, Serializable {

  @Override
  public List<StepConf> steps() {
    return List.of(generate);
  }
}
