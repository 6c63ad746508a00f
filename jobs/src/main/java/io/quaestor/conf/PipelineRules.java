package io.quaestor.conf;

import io.quaestor.JobException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold in a pipeline's settings; every breach is named at once. */
final class PipelineRules {
  private static final List<String> MEASURES =
      List.of(
          "grounded",
          "non_trivial",
          "misconception_distractors",
          "uses_material_context",
          "quality_score_7",
          "repair_recovery");

  private PipelineRules() {}

  static void check(PipelineConf pipeline, Conf conf, String source) {
    List<String> problems = new ArrayList<>();
    if (pipeline.plan() == null
        || pipeline.plan().routing() == null
        || pipeline.version() == null) {
      problems.add("version and plan with its routing are needed");
    } else {
      plan(pipeline, conf, problems);
    }
    if (pipeline.steps().stream().anyMatch(step -> step == null || step.prompt() == null)) {
      problems.add("every step needs a prompt");
    }
    if (pipeline instanceof GradedConf graded) {
      graded(graded, problems);
    } else if (pipeline instanceof GroundedConf grounded) {
      grounded(grounded, problems);
    } else if (pipeline instanceof CandidatesConf candidates) {
      candidates(candidates, problems);
    } else if (pipeline instanceof VariantsConf variants) {
      variants(variants, problems);
    }
    if (!problems.isEmpty()) {
      throw JobException.input(
          "bad_configuration",
          "%s: %s".formatted(source, String.join("; ", problems)),
          "correct these settings");
    }
  }

  private static void plan(PipelineConf pipeline, Conf conf, List<String> problems) {
    PlanConf plan = pipeline.plan();
    least("target", pipeline.target(), problems);
    least("plan.batch_size", plan.batchSize(), problems);
    least("plan.max_rounds", plan.maxRounds(), problems);
    least("plan.chunks_per_unit_cap", plan.chunksPerUnitCap(), problems);
    if (plan.batchRetries() < 0) {
      problems.add("plan.batch_retries: %d is below 0".formatted(plan.batchRetries()));
    }
    if (pipeline.overgenerateFactor() < 1) {
      problems.add("overgenerate_factor: %s is below 1".formatted(pipeline.overgenerateFactor()));
    }
    Stream<String> named =
        pipeline.steps().stream()
            .filter(step -> step != null && step.model() != null)
            .map(StepConf::model);
    Stream.concat(named, Stream.of(plan.routing().cheap(), plan.routing().strong()))
        .distinct()
        .filter(alias -> !conf.models().containsKey(alias))
        .forEach(
            alias ->
                problems.add(
                    "there is no model %s among %s".formatted(alias, conf.models().keySet())));
  }

  private static void graded(GradedConf conf, List<String> problems) {
    share("min_grounding", conf.minGrounding(), problems);
    least("questions_per_topic", conf.questionsPerTopic(), problems);
    if (!Set.of("v3", "v4").contains(String.valueOf(conf.rubric()))) {
      problems.add("rubric: %s is not one of v3, v4".formatted(conf.rubric()));
    }
    if (conf.thresholds() == null || conf.dimensions() == null || conf.targets() == null) {
      problems.add("thresholds, dimensions and targets are needed");
    } else {
      conf.targets().keySet().stream()
          .filter(name -> !MEASURES.contains(name))
          .forEach(name -> problems.add("targets: %s is not one of %s".formatted(name, MEASURES)));
    }
  }

  private static void grounded(GroundedConf conf, List<String> problems) {
    share("min_confidence", conf.minConfidence(), problems);
    least("claims_min", conf.claimsMin(), problems);
    least("claims_per_chunk", conf.claimsPerChunk(), problems);
    least("questions_per_topic", conf.questionsPerTopic(), problems);
    Map<String, Double> types = conf.plan() == null ? null : conf.plan().types();
    if (types != null && !types.keySet().equals(Set.of("mcq_single"))) {
      problems.add("plan.types: only mcq_single can be asked for");
    }
    if (conf.claimsMax() < conf.claimsMin()) {
      problems.add(
          "claims_max: %d is below claims_min: %d".formatted(conf.claimsMax(), conf.claimsMin()));
    }
  }

  private static void variants(VariantsConf conf, List<String> problems) {
    least("ceiling", conf.ceiling(), problems);
    least("explore_from", conf.exploreFrom(), problems);
    least("warn_above", conf.warnAbove(), problems);
    share("similar_above", conf.similarAbove(), problems);
    if (conf.plan() != null && conf.plan().batchSize() < conf.ceiling()) {
      problems.add(
          "plan.batch_size: %d is below ceiling: %d, and a run is one call"
              .formatted(conf.plan().batchSize(), conf.ceiling()));
    }
  }

  private static void candidates(CandidatesConf conf, List<String> problems) {
    least("candidate_count", conf.candidateCount(), problems);
    share("min_viable_score", conf.minViableScore(), problems);
    share("review_threshold", conf.reviewThreshold(), problems);
    share("similar_above", conf.similarAbove(), problems);
    least("items_per_topic", conf.itemsPerTopic(), problems);
    if (conf.grade() == null) {
      problems.add("grade is needed");
    }
    if (conf.plan() != null && conf.plan().batchRetries() != 0) {
      problems.add("plan.batch_retries: must be 0, this path asks nothing again");
    }
    if (conf.approaches() == null || conf.approaches().isEmpty()) {
      problems.add("approaches: at least one is needed");
    }
    if (conf.temperatures() == null || conf.temperatures().isEmpty()) {
      problems.add("temperatures: at least one is needed");
    }
  }

  private static void least(String key, int value, List<String> problems) {
    if (value < 1) {
      problems.add("%s: %d is below 1".formatted(key, value));
    }
  }

  private static void share(String key, double value, List<String> problems) {
    if (!(value >= 0 && value <= 1)) {
      problems.add("%s: %s is not within 0 to 1".formatted(key, value));
    }
  }
}
