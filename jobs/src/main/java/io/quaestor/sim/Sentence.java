package io.quaestor.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence span of a passage.
 *
 * @param text as it stands in the prompt
 * @param folded the same, ready to compare
 */
record Sentence(String passageId, String spanId, String text, String folded) {
  private static final Pattern WORD =
      Pattern.compile("\\d+(?:[.,]\\d+)*|\\p{L}[\\p{L}\\p{M}]*(?:-\\p{L}[\\p{L}\\p{M}]*)*");
  private static final Pattern SHAPE =
      Pattern.compile("[\\p{Lu}\\d«“\"].*[.!?»”\"]", Pattern.DOTALL);
  private static final int FEWEST_WORDS = 5;
  private static final int MOST_WORDS = 45;

  static Sentence of(String passageId, String spanId, String text) {
    return new Sentence(passageId, spanId, text, Text.fold(text));
  }

  List<Word> words() {
    List<Word> words = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    boolean noun = false;
    while (m.find()) {
      words.add(new Word(m.group(), m.start(), m.end(), kind(m), noun, this));
      noun = Tongue.determiner(m.group());
    }
    return words;
  }

  /** Whether it reads like a sentence of a lesson, not a heading, a command or a table row. */
  boolean askable() {
    int words = Text.count(text);
    return words >= FEWEST_WORDS
        && words <= MOST_WORDS
        && SHAPE.matcher(text).matches()
        && !text.contains("[")
        && !text.contains("_");
  }

  /** Words worth asking for: each stands once, on its own, and means something. */
  List<Word> contentWords() {
    List<Word> all = words();
    Map<String, Integer> times = new HashMap<>();
    all.forEach(w -> times.merge(w.lower(), 1, Integer::sum));
    return all.stream()
        .filter(w -> w.start() > 0 && times.get(w.lower()) == 1)
        .filter(w -> w.kind() == Word.Kind.NUMBER || w.text().length() >= 4)
        .filter(w -> !Tongue.functionWord(w.text()) && alone(w))
        .toList();
  }

  private static Word.Kind kind(Matcher m) {
    if (Character.isDigit(m.group().charAt(0))) {
      return Word.Kind.NUMBER;
    }
    boolean name = m.start() > 0 && Character.isUpperCase(m.group().charAt(0));
    return name ? Word.Kind.NAME : Word.Kind.COMMON;
  }

  /** Not part of an address, a file name or an expression. */
  private boolean alone(Word word) {
    boolean before = " (’'«“\"\u00a0\u202f".indexOf(text.charAt(word.start() - 1)) >= 0;
    if (word.end() == text.length()) {
      return before;
    }
    boolean punctuation = ".,;:!?)»”\"".indexOf(text.charAt(word.end())) >= 0;
    int next = punctuation ? word.end() + 1 : word.end();
    return before
        && (next >= text.length() || " )»”\"\u00a0\u202f.".indexOf(text.charAt(next)) >= 0);
  }
}
