package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestCourseSet {
  private static final List<String> APPROACHES =
      List.of("formal_academic", "conversational", "visual_story");
  private static final List<String> LESSON = Lessons.ENGLISH;

  private static JsonNode set(Map<String, Double> defects, String approach, long seed) {
    return Asked.of(defects, Asked.candidate(approach, seed, LESSON));
  }

  private static List<JsonNode> items(Map<String, Double> defects) {
    List<JsonNode> items = new ArrayList<>();
    for (String approach : APPROACHES) {
      for (long seed = 0; seed < 10; seed++) {
        set(defects, approach, seed).path("items").forEach(items::add);
      }
    }
    return items;
  }

  private static int blanks(JsonNode item) {
    return item.path("text").asText().split("\\[blank]", -1).length - 1;
  }

  private static boolean inRange(JsonNode item) {
    return item.path("mode").asText().equals("numeric")
        || item.path("correct_index").asInt() < item.path("options").size();
  }

  private static boolean distinct(JsonNode item) {
    List<String> options = Json.texts(item.path("options"));
    return new HashSet<>(options).size() == options.size();
  }

  @Test
  void soundItemsKeepTheRulesOfTheirMode() {
    List<JsonNode> items = items(Map.of());
    assertEquals(180, items.size());
    for (JsonNode item : items) {
      assertEquals(1, blanks(item), item.toPrettyString());
      assertTrue(inRange(item) && distinct(item));
      boolean numeric = item.path("mode").asText().equals("numeric");
      int options = item.path("options").size();
      assertTrue(numeric ? options == 0 : options == 3 || options == 4);
      assertEquals(numeric, item.path("correct_index").asInt() == -1);
      assertTrue(item.path("answer").asText().matches(numeric ? "\\d+" : ""));
    }
    assertTrue(items.stream().anyMatch(i -> i.path("mode").asText().equals("numeric")));
  }

  @Test
  void everyApproachHasItsOwnWordsAndIsReadBySoundJudges() {
    assertNotEquals(set(Map.of(), APPROACHES.get(1), 1), set(Map.of(), APPROACHES.get(2), 1));
    for (JsonNode item : items(Map.of())) {
      Stem stem = Stem.read(item.path("text").asText()).orElseThrow();
      assertEquals("fill_in_blank", stem.type());
    }
  }

  @Test
  void plantedDefectsShowInTheItemsAndDifferFromSetToSet() {
    assertTrue(items(Map.of("two_blanks", 1.0)).stream().anyMatch(i -> blanks(i) == 2));
    assertTrue(items(Map.of("duplicate_option", 1.0)).stream().anyMatch(i -> !distinct(i)));
    assertTrue(items(Map.of("index_out_of_range", 1.0)).stream().anyMatch(i -> !inRange(i)));
    Map<String, Double> half = Map.of("two_blanks", 0.5);
    HashSet<Long> counts = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      JsonNode set = set(half, APPROACHES.get(0), seed);
      counts.add(
          set.findValuesAsText("text").stream()
              .filter(t -> t.split("\\[blank]", -1).length > 2)
              .count());
    }
    assertTrue(counts.size() >= 3, counts.toString());
  }

  @Test
  void reviewsFollowTheShareOfSoundItems() {
    double sound = 0;
    double spoiled = 0;
    for (long seed = 0; seed < 10; seed++) {
      sound +=
          review("self-review", set(Map.of(), "conversational", seed))
              .get("correctness")
              .asDouble();
      spoiled +=
          review("self-review", set(Map.of("wrong_key", 1.0), "conversational", seed))
              .get("correctness")
              .asDouble();
    }
    assertTrue(sound > 9, "sound " + sound);
    assertTrue(spoiled < 6, "spoiled " + spoiled);
  }

  @Test
  void theLastReaderNamesTheItemsThatAreAtFault() {
    for (long seed = 0; seed < 10; seed++) {
      JsonNode good = review("final-review", set(Map.of(), "formal_academic", seed));
      assertEquals(0, good.path("issues").size());
      assertTrue(good.path("overall").asDouble() >= 0.8);
    }
    JsonNode set = set(Map.of("two_blanks", 1.0), "visual_story", 4);
    long faulty =
        set.path("items").findValuesAsText("text").stream()
            .filter(t -> t.split("\\[blank]", -1).length > 2)
            .count();
    JsonNode review = review("final-review", set);
    assertEquals(faulty, review.path("issues").size());
    assertEquals(1 - faulty / 6.0, review.path("overall").asDouble(), 0.2);
  }

  private static JsonNode review(String task, JsonNode candidate) {
    return Asked.of(Map.of(), Asked.review(task, candidate, LESSON));
  }
}
