package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quaestor.conf.SimConf;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestWriter {
  private final Answers answers = new Answers(new SimConf(7, 0, Map.of(), Map.of()));

  private JsonNode ask(ObjectNode request, List<String> lesson) {
    String message = Prompts.message(request, Prompts.passages(lesson), "");
    return Json.read(answers.to(Prompts.call("m", message))).path("questions");
  }

  private static Set<String> sources(JsonNode questions) {
    Set<String> sources = new HashSet<>();
    questions.forEach(q -> sources.add(q.path("evidence_span_ids").path(0).asText()));
    return sources;
  }

  @Test
  void everyQuestionOfAReplyHasItsOwnSentenceAndQuotesItWordForWord() {
    for (String type : Prompts.TYPES) {
      JsonNode questions =
          ask(Prompts.generate(type, "intermediate", 1).put("count", 20), Lessons.FRENCH);
      assertEquals(20, questions.size(), type);
      assertEquals(20, sources(questions).size(), type);
      for (JsonNode q : questions) {
        int span = Integer.parseInt(q.path("evidence_span_ids").path(0).asText().substring(1));
        assertEquals(Lessons.FRENCH.get(span - 1), q.path("quotes").path(0).asText());
        assertEquals("P1", q.path("passage").asText());
      }
    }
  }

  @Test
  void optionsAreDistinctHoldTheKeyAndAreExplained() {
    for (JsonNode q : ask(Prompts.generate("mcq_single", "advanced", 4), Lessons.ENGLISH)) {
      List<String> options = Json.texts(q.path("options"));
      assertEquals(4, new HashSet<>(options).size());
      assertTrue(options.containsAll(Json.texts(q.path("answer"))));
      assertEquals(3, q.path("distractor_rationales").size());
    }
  }

  @Test
  void theNextVariantUsesOtherSentences() {
    ObjectNode first = Prompts.generate("fill_in_blank", "intermediate", 1).put("count", 4);
    ObjectNode second = first.deepCopy().put("variant", 1);
    Set<String> both = sources(ask(first, Lessons.FRENCH));
    both.addAll(sources(ask(second, Lessons.FRENCH)));
    assertTrue(both.size() > 6, both.toString());
  }

  @Test
  void anotherSeedUsesOtherSentences() {
    Set<String> one = sources(ask(Prompts.generate("mcq_single", "beginner", 1), Lessons.FRENCH));
    Set<String> two = sources(ask(Prompts.generate("mcq_single", "beginner", 2), Lessons.FRENCH));
    assertFalse(one.equals(two));
  }

  @Test
  void scantPassagesYieldFewerAndNoneYieldNone() {
    List<String> scant = Lessons.FRENCH.subList(0, 3);
    assertEquals(3, ask(Prompts.generate("fill_in_blank", "advanced", 1), scant).size());
    assertEquals(0, ask(Prompts.generate("fill_in_blank", "advanced", 1), List.of()).size());
    assertEquals(0, ask(Prompts.generate("mcq_single", "beginner", 1), List.of("ls -l")).size());
  }

  @Test
  void theLanguageIsTheTextsUnlessAskedFor() {
    ObjectNode request = Prompts.generate("true_false", "beginner", 1);
    assertEquals("vrai", ask(request, Lessons.FRENCH).path(0).path("options").path(0).asText());
    assertEquals("true", ask(request, Lessons.ENGLISH).path(0).path("options").path(0).asText());
    request.put("language", "fr");
    assertEquals("vrai", ask(request, Lessons.ENGLISH).path(0).path("options").path(0).asText());
  }
}
