package io.quaestor.generate.candidates;

import io.quaestor.conf.CandidatesConf;
import io.quaestor.generate.batch.Drafts;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.prompt.Fence;
import io.quaestor.tables.PlannedBatch;
import java.util.LinkedHashMap;
import java.util.Map;

/** What fills the prompts of the candidates. */
final class Requested {
  private Requested() {}

  /** For a candidate to be written, with a seed of its own. */
  static Map<String, String> candidate(BatchWork work, CandidatesConf conf, int index, long seed) {
    PlannedBatch batch = work.batch();
    CandidatesConf.Approach approach = conf.approach(index);
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", "candidate");
    request.put("count", batch.count());
    request.put("approach", approach.name());
    request.put("style_hints", approach.hints());
    request.put("subject", batch.topic());
    request.put("grade", conf.grade());
    request.put("difficulty", batch.difficulty());
    request.put("language", language(work));
    request.put("seed", seed);
    return Map.of(
        "passages", Fence.passages(work.chunks()),
        "request", Fence.json(request));
  }

  /**
   * For a review of a candidate.
   *
   * @param task {@code self-review} or {@code final-review}
   */
  static Map<String, String> review(String task, BatchWork work, String grade, Answer candidate) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", task);
    request.put("count", CourseSet.of(candidate).items().size());
    request.put("grade", grade);
    request.put("language", language(work));
    return Map.of(
        "passages", Fence.passages(work.chunks()),
        "request", Fence.json(request),
        "candidate", Fence.candidate(Drafts.fields(candidate.json())));
  }

  private static String language(BatchWork work) {
    return work.chunks().get(0).language();
  }
}
