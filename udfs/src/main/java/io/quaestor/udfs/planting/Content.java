package io.quaestor.udfs.planting;

import java.util.List;

/**
 * What an auditor sees of a question.
 *
 * @param type wire name of a question type
 * @param language such as {@code fr} or {@code en}; null when it is not known
 * @param options empty for typed answers
 * @param answer the key
 * @param explanation null when there is none
 * @param quotes what the question cites from its passage
 */
public record Content(
    String type,
    String language,
    String stem,
    List<String> options,
    List<String> answer,
    String explanation,
    List<String> quotes) {

  /** Null lists become empty, a null stem too. */
  public Content {
    stem = stem == null ? "" : stem;
    options = options == null ? List.of() : List.copyOf(options);
    answer = answer == null ? List.of() : List.copyOf(answer);
    quotes = quotes == null ? List.of() : List.copyOf(quotes);
  }

  boolean french() {
    return language != null && language.startsWith("fr");
  }

  boolean english() {
    return language != null && language.startsWith("en");
  }

  Content withStem(String changed) {
    return new Content(type, language, changed, options, answer, explanation, quotes);
  }

  Content withOptions(List<String> changed) {
    return new Content(type, language, stem, changed, answer, explanation, quotes);
  }

  /** The explanation goes with the key, as that of somebody who believes in it would. */
  Content withAnswer(List<String> changed, String explained) {
    return new Content(type, language, stem, options, changed, explained, quotes);
  }

  Content withQuotes(List<String> changed) {
    return new Content(type, language, stem, options, answer, explanation, changed);
  }
}
