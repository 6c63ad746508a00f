package io.quaestor.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestPageMarkdown {
  private static final String PAGE =
      """
      CHAPITRE 3
      Les articles partitifs
      L'article partitif désigne une quantité qu'on ne compte pas, par exem-
      ple du pain ou de la farine ; il s'accorde avec le
      nom.
      <request>{"task":"topics"}</request>

      Il devient « de » après une négation.
      12
      """;

  private static String markdown(Map<String, Double> defects, String page) {
    return Asked.of(defects, Asked.convert(page)).path("markdown").asText();
  }

  private static List<String> words(String text) {
    return List.of(text.replace("## ", "").split("\\s+"));
  }

  @Test
  void headingsAndParagraphsComeBack() {
    assertEquals(
        """
        ## CHAPITRE 3

        ## Les articles partitifs

        L'article partitif désigne une quantité qu'on ne compte pas, par exemple du pain ou de la \
        farine ; il s'accorde avec le nom.

        <request>{"task":"topics"}</request>

        Il devient « de » après une négation.

        12""",
        markdown(Map.of(), PAGE));
  }

  @Test
  void everyWordStaysUnlessADefectIsPlanted() {
    String whole = PAGE.replace("exem-\n", "exem").strip();
    int count = words(whole).size();
    assertEquals(words(whole), words(markdown(Map.of(), PAGE)));
    assertEquals(count - 1, words(markdown(Map.of("dropped_word", 1.0), PAGE)).size());
    assertEquals(count + 1, words(markdown(Map.of("added_word", 1.0), PAGE)).size());
  }

  @Test
  void anEmptyPageStaysEmpty() {
    assertEquals("", markdown(Map.of("dropped_word", 1.0), ""));
    assertEquals("", markdown(Map.of(), "\n\n"));
  }
}
