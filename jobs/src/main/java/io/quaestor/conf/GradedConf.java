package io.quaestor.conf;

import java.io.Serializable;
import java.math.BigDecimal;
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
   * Where verdicts change. The totals are of v3, the averages and {@code keepNonTrivial} of v4.
   *
   * @param keepTotal total from which v3 keeps, 0 to 10
   * @param repairTotal total from which v3 repairs
   * @param keepAverage average of the Likert dimensions from which v4 keeps, 1 to 5
   * @param keepNonTrivial {@code non_trivial} from which v4 keeps, 1 to 5
   * @param repairAverage average from which v4 repairs
   * @param repairBinaries binaries that must be 1 for v4 to repair
   */
  public record Thresholds(
      BigDecimal keepTotal,
      BigDecimal repairTotal,
      BigDecimal keepAverage,
      Integer keepNonTrivial,
      BigDecimal repairAverage,
      Integer repairBinaries)
      implements Serializable {}

  @Override
  public List<StepConf> steps() {
    return List.of(generate, judge, repair);
  }
}
