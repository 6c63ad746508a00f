package io.quaestor.udfs.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Likeness of texts by the words they use. A word is a run of letters, digits and combining marks
 * after folding ({@link Normalise#folded}), so {@code l'été} is two; scripts written without spaces
 * count a whole run as one.
 */
public final class Similarity {
  private Similarity() {}

  /**
   * Cosine of the term-frequency vectors, 0 (no word shared) to 1 (same words in the same
   * proportions). 0 when either text is null or has no word: nothing speaks for their likeness.
   */
  public static double cosine(String a, String b) {
    return cosine(terms(a), terms(b));
  }

  /** The same on vectors made before, for comparing each of many texts with each. */
  public static double cosine(Map<String, Integer> a, Map<String, Integer> b) {
    double dot = 0;
    for (Map.Entry<String, Integer> term : a.entrySet()) {
      dot += (double) term.getValue() * b.getOrDefault(term.getKey(), 0);
    }
    return dot == 0 ? 0 : Math.min(1, dot / Math.sqrt(squares(a) * squares(b)));
  }

  /** Word to number of occurrences; empty for null. */
  public static Map<String, Integer> terms(String text) {
    Map<String, Integer> counts = new HashMap<>();
    words(Normalise.folded(text)).forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts;
  }

  /** The words of a text folded before, in order. */
  public static List<String> words(String folded) {
    List<String> words = new ArrayList<>();
    int start = 0;
    while (start < folded.length()) {
      int end = wordEnd(folded, start);
      if (end > start) {
        words.add(folded.substring(start, end));
        start = end;
      } else {
        start += Character.charCount(folded.codePointAt(start));
      }
    }
    return words;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isWordPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isWordPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || Pieces.isMark(codePoint);
  }

  private static double squares(Map<String, Integer> terms) {
    return terms.values().stream().mapToDouble(count -> (double) count * count).sum();
  }
}
