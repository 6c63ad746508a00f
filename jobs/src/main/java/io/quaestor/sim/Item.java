package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A question as a judge sees it.
 *
 * @param index of the question in its prompt, from 1; 0 when it has none
 */
record Item(
    int index,
    String type,
    String difficulty,
    String stem,
    List<String> options,
    List<String> answer,
    List<String> variations,
    List<String> quotes) {

  static Item read(String index, JsonNode json) {
    return new Item(
        index.matches("\\d{1,6}") ? Integer.parseInt(index) : 0,
        json.path("type").asText(""),
        json.path("difficulty").asText(""),
        json.path("stem").asText(""),
        Json.texts(json.path("options")),
        Json.texts(json.path("answer")),
        Json.texts(json.path("acceptable_variations")),
        Json.texts(json.path("quotes")));
  }

  /** What a verdict hangs on: two questions with the same content get the same one. */
  String content() {
    return String.join("\u0000", type, difficulty, stem, options.toString(), answer.toString())
        + variations
        + quotes;
  }

  boolean choice() {
    return type.startsWith("mcq");
  }

  /** Answered with the one word that is missing. */
  boolean typed() {
    return type.equals("fill_in_blank") || type.equals("short_answer");
  }

  Item withStem(String changed) {
    return new Item(index, type, difficulty, changed, options, answer, variations, quotes);
  }

  Item withOptions(List<String> changed) {
    return new Item(index, type, difficulty, stem, changed, answer, variations, quotes);
  }

  Item withAnswer(List<String> changed) {
    return new Item(index, type, difficulty, stem, options, changed, variations, quotes);
  }

  Item withVariations(List<String> changed) {
    return new Item(index, type, difficulty, stem, options, answer, changed, quotes);
  }

  Item withQuotes(List<String> changed) {
    return new Item(index, type, difficulty, stem, options, answer, variations, changed);
  }
}
