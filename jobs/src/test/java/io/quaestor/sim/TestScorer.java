package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TestScorer {
  private static final Set<String> BINARY =
      Set.of("grounded", "answerable_from_context", "has_single_clear_correct", "format_justified");

  private static JsonNode judged(Drafted draft, String rubric) {
    String message = Asked.judge(rubric, draft.question(), draft.passages());
    return Asked.of(Map.of(), message).path("judgements").get(0);
  }

  private static boolean low(JsonNode judgement, String dimension) {
    int score = judgement.get(dimension).asInt();
    assertTrue(BINARY.contains(dimension) ? score == 0 || score == 1 : score >= 1 && score <= 5);
    return BINARY.contains(dimension) ? score == 0 : score < 3;
  }

  private static Set<String> lowOnes(Drafted draft, String rubric) {
    JsonNode judgement = judged(draft, rubric);
    Set<String> low = new TreeSet<>();
    for (String dimension : rubric.equals("v3") ? Asked.V3 : Asked.V4) {
      if (low(judgement, dimension)) {
        low.add(dimension);
      }
    }
    assertEquals(low.size(), judgement.path("issues").size());
    return low;
  }

  @Test
  void aPerfectJudgeTakesNoPointsFromSoundQuestions() {
    for (Drafted draft : Drafted.make(Map.of(), 1)) {
      assertEquals(Set.of(), lowOnes(draft, "v3"));
      assertEquals(Set.of(), lowOnes(draft, "v4"));
    }
  }

  @Test
  void everyDefectCostsItsOwnDimensions() {
    Map<String, Set<String>> expected =
        Map.of(
            "hallucination", Set.of("grounded", "answerable_from_context", "context_authentic"),
            "fake_quote", Set.of("grounded", "answerable_from_context"),
            "wrong_key", Set.of("has_single_clear_correct", "distractors_plausible"),
            "grammar", Set.of("clarity"),
            "register", Set.of("context_authentic"));
    expected.forEach(
        (defect, dimensions) -> {
          for (Drafted draft : Drafted.make(Map.of(defect, 1.0), 1)) {
            assertEquals(dimensions, lowOnes(draft, "v4"), defect);
          }
        });
  }

  @Test
  void onlyTooEasyQuestionsAreTrivialButAnyOtherLevelIsInappropriate() {
    for (Drafted draft : Drafted.make(Map.of("difficulty", 1.0), 1)) {
      Truth truth =
          new Truth(Item.read("1", draft.question()), Prompt.read(draft.passages()).passages());
      assertEquals(truth.tooEasy(), lowOnes(draft, "v4").contains("non_trivial"));
      assertEquals(Set.of("difficulty_appropriate"), lowOnes(draft, "v3"));
    }
  }

  @Test
  void aJudgeIsAsKeenAsConfigured() {
    SimConf.Judge judge =
        new SimConf.Judge(Map.of("grounded", 0.8, "default", 1.0), Map.of("default", 1.0));
    SimConf conf = new SimConf(7, 0, Map.of(), Map.of("default", judge));
    List<Drafted> drafts = Drafted.make(Map.of("hallucination", 1.0), 4);
    long found =
        drafts.stream()
            .map(d -> Asked.of(conf, Asked.judge("v4", d.question(), d.passages())))
            .filter(reply -> low(reply.path("judgements").get(0), "grounded"))
            .count();
    assertEquals(0.8, found / (double) drafts.size(), 0.05);
  }

  @Test
  void theSameTextGetsTheSameScoresWhereverItStands() {
    Drafted draft = Drafted.make(Map.of(), 1).get(0);
    ObjectNode request = Asked.request("judge");
    request.set("dimensions", Json.array(Asked.V4));
    Drafted other = Drafted.make(Map.of("grammar", 1.0), 1).get(1);
    String both = Prompts.fenced(other.question(), 1) + Prompts.fenced(draft.question(), 2);
    JsonNode reply = Asked.of(Map.of(), Prompts.message(request, draft.passages(), both));
    ObjectNode second = reply.path("judgements").get(1).deepCopy();
    assertEquals(2, second.get("index").asInt());
    assertEquals(judged(draft, "v4"), second.put("index", 1));
  }

  @Test
  void aDimensionItDoesNotKnowIsLeftOut() {
    Drafted draft = Drafted.make(Map.of(), 1).get(0);
    ObjectNode request = Asked.request("judge");
    request.set("dimensions", Json.array(List.of("clarity", "elegance")));
    String question = Prompts.fenced(draft.question(), 1);
    JsonNode reply = Asked.of(Map.of(), Prompts.message(request, draft.passages(), question));
    assertTrue(reply.path("judgements").get(0).has("clarity"));
    assertFalse(reply.path("judgements").get(0).has("elegance"));
  }
}
