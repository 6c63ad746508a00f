package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestExaminer {
  private static final SimConf.Judge KEEN =
      new SimConf.Judge(
          Map.of("default", 0.8, "no_hallucination", 0.9),
          Map.of("default", 0.98, "difficulty_appropriate", 0.8));
  private static final SimConf CONF = new SimConf(7, 0, Map.of(), Map.of("keen", KEEN));

  private static double share(List<Drafted> drafts, String criterion, boolean expected) {
    long right =
        drafts.stream()
            .filter(d -> d.auditedBy(CONF, "keen").get(criterion).asBoolean() == expected)
            .count();
    return right / (double) drafts.size();
  }

  @Test
  void defectsAreFoundAtTheConfiguredSensitivity() {
    List<Drafted> claims = Drafted.make(Map.of("hallucination", 1.0), 4);
    List<Drafted> swapped = Drafted.make(Map.of("wrong_key", 1.0), 4);
    assertEquals(0.9, share(claims, "no_hallucination", false), 0.045);
    assertEquals(0.8, share(swapped, "answer_correct", false), 0.06);
  }

  @Test
  void soundQuestionsPassAtTheConfiguredSpecificity() {
    List<Drafted> sound = Drafted.make(Map.of(), 4);
    assertEquals(0.98, share(sound, "grammar_correct", true), 0.02);
    assertEquals(0.8, share(sound, "difficulty_appropriate", true), 0.06);
  }

  @Test
  void theValidatorAnswersForEveryQuestionByItsIndex() {
    List<Drafted> drafts = Drafted.make(Map.of(), 1).subList(0, 5);
    StringBuilder questions = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      questions.append(Prompts.fenced(drafts.get(i).question(), i + 1));
    }
    ObjectNode request = Json.object().put("task", "validate").put("count", 5);
    String message = Prompts.message(request, drafts.get(0).passages(), questions.toString());
    JsonNode reply = Json.read(new Answers(CONF).to(Prompts.call("perfect", message)));
    List<Integer> indexes = new ArrayList<>();
    reply.get("validations").forEach(v -> indexes.add(v.get("index").asInt()));
    assertEquals(List.of(1, 2, 3, 4, 5), indexes);
    reply
        .get("validations")
        .forEach(v -> assertEquals(drafts.get(0).difficulty(), v.get("difficulty").asText()));
  }

  @Test
  void theValidatorNamesTheLevelThatIsReallyDemanded() {
    Drafted draft = Drafted.make(Map.of("difficulty", 1.0), 1).get(0);
    ObjectNode request = Json.object().put("task", "validate");
    String message =
        Prompts.message(request, draft.passages(), Prompts.fenced(draft.question(), 1));
    JsonNode reply = Json.read(new Answers(CONF).to(Prompts.call("perfect", message)));
    String said = reply.get("validations").get(0).get("difficulty").asText();
    Truth truth =
        new Truth(Item.read("1", draft.question()), Prompt.read(draft.passages()).passages());
    assertEquals(truth.level(), said);
    assertFalse(said.equals(draft.difficulty()));
  }

  @Test
  void aWrongVariationIsNamed() {
    for (Drafted draft : Drafted.make(Map.of("invalid_variation", 1.0), 1)) {
      JsonNode audit = draft.auditedBy(CONF, "perfect");
      boolean typed = List.of("fill_in_blank", "short_answer").contains(draft.type());
      assertEquals(typed ? 1 : 0, audit.get("invalid_variations").size());
    }
  }

  @Test
  void aQuestionFromElsewhereIsHallucinatedWhenItsKeyStandsNowhere() {
    String passages = Prompts.passages(Lessons.FRENCH);
    ObjectNode question = Json.object().put("type", "short_answer").put("stem", "Qui dort ?");
    question.putArray("answer").add("Le chat");
    Drafted known = new Drafted(question, "short_answer", "beginner", passages);
    assertTrue(known.auditedBy(CONF, "perfect").get("no_hallucination").asBoolean());
    ObjectNode invented = question.deepCopy();
    invented.putArray("answer").add("Le dromadaire");
    Drafted unknown = new Drafted(invented, "short_answer", "beginner", passages);
    assertFalse(unknown.auditedBy(CONF, "perfect").get("no_hallucination").asBoolean());
    assertTrue(unknown.auditedBy(CONF, "perfect").get("answer_correct").asBoolean());
  }

  @Test
  void aCriterionOfTheUsersOwnIsJudgedSound() {
    ObjectNode request = Json.object().put("task", "audit");
    request.putArray("criteria").add("units_are_metric");
    Drafted draft = Drafted.make(Map.of("wrong_key", 1.0), 1).get(0);
    String message =
        Prompts.message(request, draft.passages(), Prompts.fenced(draft.question(), 1));
    JsonNode audit = Json.read(new Answers(CONF).to(Prompts.call("perfect", message)));
    assertTrue(audit.get("units_are_metric").asBoolean());
  }
}
