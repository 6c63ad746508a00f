package io.quaestor.udfs.text;

import java.util.HashMap;
import java.util.Map;

/**
 * How two texts differ as multisets of words; the order of the words does not count.
 *
 * @param words of the first text
 * @param added occurrences the second text has beyond the first
 * @param dropped occurrences the first text has beyond the second
 */
public record WordDifference(long words, long added, long dropped) {

  /** Words after folding, as {@link Similarity#terms} counts them; null is a text without words. */
  public static WordDifference of(String before, String after) {
    return of(Similarity.terms(before), Similarity.terms(after));
  }

  /** The same on words counted before. */
  public static WordDifference of(Map<String, Integer> before, Map<String, Integer> after) {
    Map<String, Integer> surplus = new HashMap<>(after);
    before.forEach((word, count) -> surplus.merge(word, -count, Integer::sum));
    long added = surplus.values().stream().mapToLong(count -> Math.max(0, count)).sum();
    long dropped = surplus.values().stream().mapToLong(count -> Math.max(0, -count)).sum();
    return new WordDifference(
        before.values().stream().mapToLong(Integer::longValue).sum(), added, dropped);
  }

  /** Occurrences added over words, null when the first text has none. */
  public Double addedShare() {
    return words == 0 ? null : (double) added / words;
  }

  /** Occurrences dropped over words, 0 to 1, null when the first text has none. */
  public Double droppedShare() {
    return words == 0 ? null : (double) dropped / words;
  }
}
