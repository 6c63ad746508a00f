package io.quaestor.udfs.planting;

import io.quaestor.udfs.text.Quotes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stem with one gap in a sentence: the sentence in its quotation marks, else the one the gap
 * stands in.
 *
 * @param before of the stem, up to the sentence
 * @param opening of the sentence, up to the gap
 * @param gap the mark itself
 * @param closing of the sentence, from the gap on
 * @param after of the stem, from the sentence on
 */
record Cloze(
    String before, String opening, String gap, String closing, String after, Quotes passage) {
  private static final Pattern GAP =
      Pattern.compile("\\[blank\\]|\\[…\\]|\\[\\.\\.\\.\\]|_{2,}+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;]\\s+|\\n");

  /** Empty when there is not exactly one gap. */
  static Optional<Cloze> of(Content content, String passage) {
    Matcher gap = GAP.matcher(content.stem());
    if (!gap.find()) {
      return Optional.empty();
    }
    int start = gap.start();
    int end = gap.end();
    if (gap.find()) {
      return Optional.empty();
    }
    String stem = content.stem();
    Wording wording = Wording.of(stem);
    boolean quoted = wording.quoteStart() <= start && end <= wording.quoteEnd();
    int from = quoted ? wording.quoteStart() : sentenceStart(stem, start);
    int to = quoted ? wording.quoteEnd() : stem.length();
    return Optional.of(
        new Cloze(
            stem.substring(0, from),
            stem.substring(from, start),
            stem.substring(start, end),
            stem.substring(end, to),
            stem.substring(to),
            Quotes.in(passage)));
  }

  /** The sentence with a word in its gap. */
  String filled(String word) {
    return (opening + word + closing).strip();
  }

  /** Whether the sentence stands in the passage with this word. */
  boolean stands(String word) {
    return passage.find(filled(word)).isPresent();
  }

  /** The stem around another sentence. */
  String stem(String sentence) {
    return before + sentence + after;
  }

  private static int sentenceStart(String stem, int gap) {
    int from = 0;
    Matcher ends = SENTENCE_END.matcher(stem).region(0, gap);
    while (ends.find()) {
      from = ends.end();
    }
    return from;
  }
}
