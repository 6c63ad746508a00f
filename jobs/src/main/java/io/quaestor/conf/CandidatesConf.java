package io.quaestor.conf;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * The {@code candidates} pipeline: several course sets at once, the best one stays.
 *
 * @param candidateCount course sets written for one place in the plan; 2 to 5 recommended
 * @param minViableScore below it no candidate is taken, 0 to 1
 * @param reviewThreshold below it the chosen candidate is turned down, 0 to 1
 * @param qualityRetryLimit always 0: this path repairs nothing
 * @param skipReview neither self-review nor final review
 * @param similarAbove cosine above which two candidates are warned of, 0 to 1
 * @param itemsPerTopic items asked of one topic at most, all rounds together
 * @param grade whom the sets are for, such as {@code grade 8}
 * @param approaches one per candidate, in turn
 * @param temperatures one per candidate, the last one raised by 0.1 for each further one
 * @param review asks a candidate's writer for three scores
 * @param finalReview asks for one over the chosen candidate
 */
public record CandidatesConf(
    String kind,
    String version,
    int target,
    PlanConf plan,
    int candidateCount,
    double minViableScore,
    double reviewThreshold,
    int qualityRetryLimit,
    boolean skipReview,
    double similarAbove,
    int itemsPerTopic,
    String grade,
    List<Approach> approaches,
    List<Double> temperatures,
    StepConf generate,
    StepConf review,
    StepConf finalReview)
    implements PipelineConf, Serializable {

  /**
   * A manner of writing.
   *
   * @param name such as {@code formal_academic}
   * @param hints what sets it apart, for the model
   */
  public record Approach(String name, List<String> hints) implements Serializable {}

  /** How the candidate with this 0-based index is to be written; the approaches take turns. */
  public Approach approach(int index) {
    return approaches.get(index % approaches.size());
  }

  /** The temperature of the candidate with this 0-based index, at most 1. */
  public double temperature(int index) {
    int last = temperatures.size() - 1;
    BigDecimal listed = BigDecimal.valueOf(temperatures.get(Math.min(index, last)));
    BigDecimal further = BigDecimal.valueOf(Math.max(0, index - last), 1);
    return listed.add(further).min(BigDecimal.ONE).doubleValue();
  }

  /**
   * The same with the environment's CANDIDATE_COUNT, MIN_VIABLE_SCORE, REVIEW_THRESHOLD and
   * SKIP_REVIEW in place of the file's; QUALITY_RETRY_LIMIT is forced to 0.
   *
   * @throws io.quaestor.JobException when one of them is no number
   */
  CandidatesConf under(Function<String, String> environment) {
    Variables variables = new Variables(environment);
    return new CandidatesConf(
        kind,
        version,
        target,
        plan,
        variables.whole("CANDIDATE_COUNT", candidateCount),
        variables.number("MIN_VIABLE_SCORE", minViableScore),
        variables.number("REVIEW_THRESHOLD", reviewThreshold),
        0,
        variables.flag("SKIP_REVIEW", skipReview),
        similarAbove,
        itemsPerTopic,
        grade,
        approaches,
        temperatures,
        generate,
        review,
        finalReview);
  }

  @Override
  public List<StepConf> steps() {
    return List.of(generate, review, finalReview);
  }
}
