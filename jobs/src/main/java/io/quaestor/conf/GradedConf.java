package io.quaestor.conf;

import io.quaestor.udfs.rubric.Thresholds;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The {@code graded} pipeline: more questions than wanted, a judge with a rubric, one repair pass.
 *
 * @param rubric {@code v3} or {@code v4}
 * @param dimensions dimension of the rubric to what it means, for the judge
 * @param overgenerateFactor questions asked for over questions wanted
 * @param questionsPerTopic most questions a run asks of one topic
 * @param thresholds where verdicts change
 * @param minGrounding below it nothing is stored as a question, 0 to 1
 * @param rejectFlaws item-writing flaws that turn a question down; the others are only recorded
 * @param targets share of the accepted questions that a run reports against, by name
 */
public record GradedConf(
    String kind,
    String version,
    int target,
    PlanConf plan,
    String rubric,
    Map<String, String> dimensions,
    double overgenerateFactor,
    int questionsPerTopic,
    Thresholds thresholds,
    double minGrounding,
    List<String> rejectFlaws,
    Map<String, Double> targets,
    StepConf generate,
    StepConf judge,
    StepConf repair)
    implements PipelineConf, Serializable {

  @Override
  public List<StepConf> steps() {
    return List.of(generate, judge, repair);
  }
}
