package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestGradedQuestions {
  private static List<JsonNode> make(Map<String, Double> defects, int seeds) {
    List<JsonNode> questions = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      for (String level : Level.ALL) {
        String message = Asked.graded(level, seed, Lessons.ENGLISH);
        Asked.of(defects, message).path("questions").forEach(questions::add);
      }
    }
    return questions;
  }

  /** What a reader finds wrong with the form. */
  private static Set<FormDefect> formDefects(JsonNode question) {
    Set<FormDefect> found = new TreeSet<>();
    JsonNode spans = question.path("evidence_span_ids");
    if (spans.isEmpty() && question.path("quotes").isEmpty()) {
      found.add(FormDefect.NO_EVIDENCE);
    }
    for (JsonNode span : spans) {
      if (Integer.parseInt(span.asText().substring(1)) > Lessons.ENGLISH.size()) {
        found.add(FormDefect.UNKNOWN_SPAN);
      }
    }
    if (question.path("reasoning_steps").asInt() < 2
        && !question.path("define_or_identify").asBoolean()) {
      found.add(FormDefect.SHALLOW);
    }
    if (!question.path("uses_material_context").asBoolean()) {
      found.add(FormDefect.NO_CONTEXT);
    }
    if (question.path("distractor_rationales").isEmpty()) {
      found.add(FormDefect.NO_RATIONALES);
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource(FormDefect.class)
  void aDefectOfFormIsSeenInTheFieldsAndNothingElseIs(FormDefect defect) {
    for (JsonNode question : make(Map.of(defect.key(), 1.0), 2)) {
      assertEquals(Set.of(defect), formDefects(question), question.toPrettyString());
    }
  }

  @Test
  void soundQuestionsHaveEveryFieldInOrder() {
    List<JsonNode> questions = make(Map.of(), 3);
    assertEquals(72, questions.size());
    for (JsonNode question : questions) {
      assertEquals(Set.of(), formDefects(question));
      int steps = question.path("reasoning_steps").asInt();
      assertTrue(steps == 2 || steps == 3);
      List<String> types =
          question.path("distractor_rationales").findValuesAsText("rationale_type");
      assertTrue(Set.of("misconception", "near_miss", "irrelevant").containsAll(types));
    }
    long misconceived =
        questions.stream()
            .filter(q -> q.path("distractor_rationales").toString().contains("misconception"))
            .count();
    assertTrue(misconceived > 0.8 * questions.size(), "only " + misconceived);
  }

  @Test
  void theQuestionsOfTheDirectPipelineKnowNoDefectOfForm() {
    Map<String, Double> all = Map.of("no_evidence", 1.0, "no_rationales", 1.0);
    String message =
        Prompts.message(
            Prompts.generate("mcq_single", "beginner", 1), Prompts.passages(Lessons.ENGLISH), "");
    JsonNode plain = Asked.of(Map.of(), message);
    assertEquals(plain, Asked.of(all, message));
    assertFalse(plain.toString().contains("reasoning_steps"));
  }
}
