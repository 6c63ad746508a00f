package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quaestor.conf.SimConf;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestRepairer {
  private static JsonNode repaired(Drafted draft, double rate) {
    SimConf conf = new SimConf(7, 0, Map.of(), rate, Map.of());
    String message = Asked.repair(draft.question(), draft.passages());
    return Asked.of(conf, message).path("repairs").path(0);
  }

  private static Set<Defect> defects(JsonNode repair, Drafted draft) {
    JsonNode judged = Prompts.judged(repair.path("question"), draft.type(), draft.difficulty());
    return new Drafted(judged.deepCopy(), draft.type(), draft.difficulty(), draft.passages())
        .defects();
  }

  private static List<Drafted> drafts(String defect) {
    return Drafted.make(Map.of(defect, 1.0), 1);
  }

  @Test
  void aRepairThatMendsAsksTheSameSentenceSoundly() {
    for (String defect : List.of("wrong_key", "grammar", "hallucination", "duplicate_option")) {
      for (Drafted draft : drafts(defect)) {
        JsonNode repair = repaired(draft, 1);
        assertEquals(1, repair.path("index").asInt());
        Set<Defect> left = defects(repair, draft);
        left.remove(Defect.DIFFICULTY);
        assertEquals(Set.of(), left, defect);
        Item before = Item.read("1", draft.question());
        assertEquals(before.quotes(), Json.texts(repair.path("question").path("quotes")));
      }
    }
  }

  @Test
  void aFailedRepairOfAWrongQuestionLeavesAWrongKey() {
    for (Drafted draft : drafts("hallucination")) {
      Set<Defect> left = EnumSet.copyOf(defects(repaired(draft, 0), draft));
      left.remove(Defect.DIFFICULTY);
      assertEquals(Set.of(Defect.WRONG_KEY), left);
    }
  }

  @Test
  void aFailedRepairOfAFaultOfWordingChangesNothing() {
    for (Drafted draft : drafts("register")) {
      JsonNode question = repaired(draft, 0).path("question");
      assertEquals(draft.question().get("stem"), question.get("stem"));
      assertEquals(Set.of(Defect.REGISTER), defects(repaired(draft, 0), draft));
    }
  }

  @Test
  void whatNothingIsWrongWithStaysSound() {
    for (Drafted draft : Drafted.make(Map.of(), 1)) {
      Set<Defect> left = defects(repaired(draft, 0), draft);
      left.remove(Defect.DIFFICULTY);
      assertEquals(Set.of(), left);
    }
  }

  @Test
  void theConfiguredShareIsMended() {
    List<Drafted> drafts = Drafted.make(Map.of("wrong_key", 1.0), 4);
    long mended =
        drafts.stream()
            .filter(d -> !defects(repaired(d, 0.6), d).contains(Defect.WRONG_KEY))
            .count();
    assertEquals(0.6, mended / (double) drafts.size(), 0.06);
  }

  @Test
  void aQuestionFromElsewhereIsLeftOut() {
    Drafted draft = drafts("wrong_key").get(0);
    String elsewhere = Prompts.passages(List.of("Nothing of the kind stands in this lesson."));
    Drafted moved = new Drafted(draft.question(), draft.type(), draft.difficulty(), elsewhere);
    assertTrue(repaired(moved, 1).isMissingNode());
  }
}
