package io.quaestor.sim;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How questions are worded in one language.
 *
 * @param truth the words for true and false, in this order
 * @param kinds {@code word} and {@code number} to what they are called
 * @param source an explanation, around {@code {body}}
 * @param claim a claim that no text makes, with {@code {name}} and {@code {year}}
 * @param rationales rationale type to sentence, around {@code {option}}
 * @param wordings question type to {@link Style} to stems; wordings of a style go by position
 */
record Tongue(
    List<String> truth,
    Map<String, String> kinds,
    String source,
    String claim,
    List<String> names,
    Map<String, String> rationales,
    Set<String> determiners,
    Set<String> stopwords,
    Map<String, Map<String, List<String>>> wordings) {

  static final Tongue FRENCH = load("fr");
  static final Tongue ENGLISH = load("en");
  static final List<Tongue> ALL = List.of(FRENCH, ENGLISH);

  /** The one asked for, or, when it is neither French nor English, the one the text looks like. */
  static Tongue of(String language, List<Sentence> text) {
    String asked = language == null ? "" : language.toLowerCase(Locale.ROOT);
    if (asked.startsWith("fr")) {
      return FRENCH;
    }
    if (asked.startsWith("en")) {
      return ENGLISH;
    }
    return hits(FRENCH, text) >= hits(ENGLISH, text) ? FRENCH : ENGLISH;
  }

  static boolean functionWord(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return FRENCH.stopwords.contains(lower) || ENGLISH.stopwords.contains(lower);
  }

  static boolean determiner(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return FRENCH.determiners.contains(lower) || ENGLISH.determiners.contains(lower);
  }

  private static long hits(Tongue tongue, List<Sentence> text) {
    return text.stream()
        .flatMap(s -> s.words().stream())
        .filter(w -> tongue.stopwords.contains(w.text().toLowerCase(Locale.ROOT)))
        .count();
  }

  private static Tongue load(String language) {
    try (InputStream in = Tongue.class.getResourceAsStream(language + ".yaml")) {
      return new YAMLMapper().readValue(in, Tongue.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
