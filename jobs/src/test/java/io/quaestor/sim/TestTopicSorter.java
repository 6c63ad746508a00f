package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestTopicSorter {
  private static JsonNode topics(List<String> headings, int most) {
    StringBuilder passages = new StringBuilder();
    for (int i = 0; i < headings.size(); i++) {
      passages.append(
          "<passage-1a id=\"P%d\" topic=\"%s\">\n[s1] Le chat dort.\n</passage-1a>\n"
              .formatted(i + 1, headings.get(i)));
    }
    String message =
        Prompts.message(Asked.request("topics").put("max", most), passages.toString(), "");
    return Asked.of(Map.of(), message).path("topics");
  }

  private static String plain(String name) {
    return Text.lower(name).replaceAll("^\\d+\\. |\\.$", "");
  }

  @Test
  void everyPassageIsUnderItsTopicWhateverTheNameLooksLike() {
    List<String> headings =
        List.of("Les articles", "Le présent", "Les articles", "Le pluriel", "Le présent", "");
    Set<String> seen = new TreeSet<>();
    for (JsonNode topic : topics(headings, 12)) {
      for (JsonNode passage : topic.path("passages")) {
        int index = Integer.parseInt(passage.asText().substring(1)) - 1;
        assertEquals(Text.lower(headings.get(index)), plain(topic.path("name").asText()));
        assertTrue(seen.add(passage.asText()));
      }
    }
    assertEquals(Set.of("P1", "P2", "P3", "P4", "P5"), seen);
  }

  @Test
  void thereIsSomethingToMergeAndNeverMoreThanAskedFor() {
    List<String> headings =
        IntStream.range(0, 80).mapToObj(i -> "Unité " + (char) ('a' + i % 20)).toList();
    JsonNode all = topics(headings, 100);
    Set<String> names = new HashSet<>();
    all.forEach(t -> names.add(plain(t.path("name").asText())));
    assertEquals(20, names.size());
    assertTrue(all.size() > 20, "" + all.size());
    assertEquals(7, topics(headings, 7).size());
  }
}
