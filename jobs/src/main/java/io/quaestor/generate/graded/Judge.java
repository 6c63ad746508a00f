package io.quaestor.generate.graded;

import io.quaestor.generate.batch.Drafts;
import io.quaestor.generate.batch.Requests;
import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.llm.Ask;
import io.quaestor.llm.Reply;
import io.quaestor.prompt.Fence;
import io.quaestor.tables.PlannedBatch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows drafts to the judge and reads what it says of each. */
record Judge(Step step, Rubrics rubrics) implements Serializable {
  static final String SKIPPED = "judge_pass_skipped";

  /** A judge's words, by the draft's index. */
  record Judgements(List<Map<String, Object>> judgements) {}

  /**
   * @return null when there is nothing to judge
   */
  Ask ask(BatchWork work, List<GradedDraft> drafts) {
    if (drafts.isEmpty()) {
      return null;
    }
    PlannedBatch batch = work.batch();
    List<Map<String, Object>> shown =
        drafts.stream()
            .map(draft -> draft.checked().draft().shown(batch.type(), batch.difficulty()))
            .toList();
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", "judge");
    request.put("rubric", rubrics.rubric().wire());
    request.put("dimensions", rubrics.names());
    Requests.of("judge", work, shown.size()).forEach(request::putIfAbsent);
    return step.ask(
        batch,
        Step.Subject.of(batch),
        Map.of(
            "passages", Fence.passages(work.chunks()),
            "request", Fence.json(request),
            "dimensions", rubrics.told(),
            "questions", Fence.questions(shown)));
  }

  /**
   * A grade for each draft shown, null where the judge said nothing of it.
   *
   * @param reply must be ok
   */
  List<Grade> grades(Reply reply, int shown) {
    Map<Integer, Map<String, Object>> said = new HashMap<>();
    for (Map<String, Object> one : Drafts.read(reply.json(), Judgements.class).judgements()) {
      if (one.get("index") instanceof Number index) {
        said.putIfAbsent(index.intValue(), one);
      }
    }
    List<Grade> grades = new ArrayList<>();
    for (int i = 1; i <= shown; i++) {
      grades.add(said.containsKey(i) ? grade(said.get(i), reply) : null);
    }
    return grades;
  }

  /** The grade that stands in when no judge could be reached; it is no judgement. */
  Grade unjudged(Reply reply) {
    Map<String, Double> scores = rubrics.unjudged();
    return new Grade(
        scores,
        List.of(SKIPPED),
        rubrics.score(scores).totalScore(),
        null,
        List.of(SKIPPED),
        reply.askId(),
        reply.answeredAt());
  }

  private Grade grade(Map<String, Object> said, Reply reply) {
    Map<String, Double> scores = new TreeMap<>();
    for (String name : rubrics.names()) {
      if (said.get(name) instanceof Number score) {
        scores.put(name, score.doubleValue());
      }
    }
    return Grade.of(
        scores,
        issues(said.get("issues")),
        rubrics.score(scores),
        new Grade.Source(reply.askId(), reply.answeredAt()));
  }

  private static List<String> issues(Object said) {
    return said instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
