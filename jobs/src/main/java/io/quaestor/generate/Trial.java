package io.quaestor.generate;

import io.quaestor.tables.Measure;
import java.util.List;
import java.util.Map;

/**
 * What came of trying a pipeline.
 *
 * @param reasons first reason of a rejection to its count
 * @param types of the questions that passed
 * @param scores quality scores of these
 * @param kept share of the drafts that passed
 * @param costUsd of all its calls at list prices, those that earlier runs paid for included
 * @param costPerQuestion null when none passed
 * @param samples the first three questions that passed
 */
public record Trial(
    String pipeline,
    String version,
    String status,
    List<Topic> topics,
    Map<String, Long> reasons,
    Map<String, Long> types,
    Map<String, Long> difficulties,
    Spread scores,
    Grounding grounding,
    Measure kept,
    List<Measure> measures,
    double costUsd,
    Double costPerQuestion,
    List<Sample> samples) {

  /**
   * A question that passed.
   *
   * @param qualityScore 0 to 10, null where the pipeline does not score
   */
  public record Sample(
      String type,
      String difficulty,
      String stem,
      List<String> options,
      List<String> answer,
      Double qualityScore,
      Map<String, Double> scores) {}

  /**
   * What became of one topic's drafts.
   *
   * @param generated drafts that came
   * @param kept questions that passed, repaired ones not counted
   * @param repaired questions that passed after a repair
   * @param failed questions asked for that did not come
   */
  public record Topic(
      String unitId,
      String topic,
      long generated,
      long kept,
      long repaired,
      long rejected,
      long failed) {}

  /**
   * Where numbers lie.
   *
   * @param n how many there are; the rest is null when 0
   */
  public record Spread(long n, Double mean, Double min, Double max) {}

  /**
   * How the questions that passed stand on the source.
   *
   * @param score grounding scores, 0 to 1
   * @param citations evidence spans of a question
   * @param reasoningSteps as the writer declared them, where the pipeline asks for them
   */
  public record Grounding(Spread score, Spread citations, Spread reasoningSteps) {}
}
