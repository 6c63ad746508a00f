package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestVariant {
  private static final String TWO_PASSAGES =
      Prompts.passages(Lessons.ENGLISH)
          + Prompts.passages(Lessons.FRENCH).replace("id=\"P1\"", "id=\"P2\"");

  @Test
  void variantsComeFromTheParentsPassageButNotFromItsSentence() {
    List<Drafted> parents = Drafted.make(Map.of(), 1).stream().limit(60).toList();
    for (Drafted parent : parents) {
      String message = Asked.variants(parent.question(), TWO_PASSAGES, 4);
      JsonNode variants = Asked.of(Map.of(), message).path("questions");
      assertEquals(4, variants.size());
      for (JsonNode variant : variants) {
        assertEquals("P2", variant.path("passage").asText());
        assertNotEquals(parent.question().path("quotes").path(0), variant.path("quotes").path(0));
        assertEquals(1, variant.path("answer").size());
        assertEquals(2, variant.path("stem").asText().split("\\[blank]", -1).length);
      }
    }
  }

  @Test
  void aParentThatIsNotFoundLeavesAllSentences() {
    JsonNode parent = Json.object().put("type", "short_answer").put("stem", "Why?");
    String message = Asked.variants(parent, TWO_PASSAGES, 40);
    assertEquals(40, Asked.of(Map.of(), message).path("questions").size());
  }
}
