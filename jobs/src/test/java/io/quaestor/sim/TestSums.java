package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSums {

  @ParameterizedTest
  @CsvSource({
    "On écrit 47 + [blank] = 77 pour commencer., 30, 31",
    "Le calcul devient 50 + 35 = [blank]., 85, 86",
    "La moitié : 96 ÷ [blank] = 24 en une ligne., 4, 3",
    "'7 + 5 = [blank]', 12, 13",
    "Il retire 13 : 130 − 13 = [blank] est juste., 117, 107",
    "'On trouve 1/4 + [blank] = 3/4 ensuite.', 1/2, 1/4"
  })
  void aSumHoldsWithTheRightKeyAlone(String stem, String right, String wrong) {
    assertFalse(Sums.wrong(item("fill_in_blank", stem, right)));
    assertTrue(Sums.wrong(item("fill_in_blank", stem, wrong)));
  }

  @ParameterizedTest
  @CsvSource({
    "Le village compte [blank] habitants., 412",
    "On ajoute 7 et 5 pour avoir 13 [blank]., billes",
    "Entre 1998 et 2005 = [blank] ans., 7",
    "'Le [blank] x = 3', 4"
  })
  void whatIsNoSumIsNotWorkedOut(String stem, String key) {
    assertFalse(Sums.wrong(item("short_answer", stem, key)));
  }

  @Test
  void aStatementWithAWrongSumIsSoundWhenItsKeySaysFalse() {
    String stem = "Vrai ou faux, d'après le texte : « On pose 30 + 15 = 46 pour terminer. »";
    assertFalse(Sums.wrong(item("true_false", stem, "faux")));
    assertTrue(Sums.wrong(item("true_false", stem, "vrai")));
  }

  @Test
  void aJudgeWorksOutTheSumOfAQuestionThatOthersWorded() {
    ObjectNode question = Json.object().put("type", "short_answer");
    question.put("stem", "47 + 38 = [blank]").putArray("answer").add("86");
    ObjectNode request = Json.object().put("task", "audit");
    request.putArray("criteria").add("result_checks").add("answer_correct");
    String message =
        Prompts.message(request, Prompts.passages(Lessons.FRENCH), Prompts.fenced(question, 1));
    SimConf perfect = new SimConf(7, 0, Map.of(), Map.of());
    JsonNode verdict = Json.read(new Answers(perfect).to(Prompts.call("perfect", message)));
    assertEquals("false", verdict.get("result_checks").asText());
    assertEquals("false", verdict.get("answer_correct").asText());
  }

  private static Item item(String type, String stem, String key) {
    return new Item(0, type, "beginner", stem, List.of(), List.of(key), List.of(), List.of());
  }
}
