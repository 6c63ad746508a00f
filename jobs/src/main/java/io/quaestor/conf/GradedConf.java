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

  /**
   * The same with other minima.
   *
   * @param keep {@code binaries | non_trivial | avg_likert | total_score} to its minimum
   * @param repair likewise
   * @throws io.quaestor.JobException when a name or a number is not fit
   */
  public GradedConf with(Map<String, String> keep, Map<String, String> repair) {
    Thresholds changed =
        new Thresholds(Bars.with(thresholds.keep(), keep), Bars.with(thresholds.repair(), repair));
    return new GradedConf(
        kind,
        version,
        target,
        plan,
        rubric,
        dimensions,
        overgenerateFactor,
        questionsPerTopic,
        changed,
        minGrounding,
        rejectFlaws,
        targets,
        generate,
        judge,
        this.repair);
  }

  @Override
  public List<StepConf> steps() {
    return List.of(generate, judge, repair);
  }
}
