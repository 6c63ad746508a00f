package io.quaestor.udfs.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Min-wise hashing (Broder 1997, On the resemblance and containment of documents), banded: texts
 * that share a value of {@link #bands} probably share many words, and those that share many words
 * probably share a value.
 *
 * <p>A word that stands {@code n} times counts as {@code n} elements, so resemblance here is that
 * of bags of words. Two texts of resemblance {@code s} agree on a band with probability {@code
 * s^rows}. The same arguments give the same values in every release.
 */
public final class MinHash {
  /** Fixed: values made at different times have to be comparable. */
  private static final long SEED = 20_260_101;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final int rows;
  private final long[] factors;
  private final long[] summands;

  /**
   * @param bands how many values a text gets, at least 1
   * @param rows hashes behind each value, at least 1
   */
  public MinHash(int bands, int rows) {
    this.rows = rows;
    SplittableRandom random = new SplittableRandom(SEED);
    factors = random.longs((long) bands * rows).toArray();
    summands = random.longs((long) bands * rows).toArray();
  }

  /**
   * One value per band; values of different bands differ.
   *
   * @param terms word to number of occurrences, as {@link Similarity#terms} gives them
   * @return empty when there is no word: such a text resembles nothing
   */
  public List<Long> bands(Map<String, Integer> terms) {
    return terms.isEmpty() ? List.of() : banded(minima(terms));
  }

  private long[] minima(Map<String, Integer> terms) {
    long[] minima = new long[factors.length];
    Arrays.fill(minima, Long.MAX_VALUE);
    for (Map.Entry<String, Integer> term : terms.entrySet()) {
      long word = fnv(term.getKey());
      for (int occurrence = 1; occurrence <= term.getValue(); occurrence++) {
        lower(minima, mix(word + occurrence) >>> 32);
      }
    }
    return minima;
  }

  /** Multiply-shift hashing of a 32-bit element (Dietzfelbinger 1996), strongly universal. */
  private void lower(long[] minima, long element) {
    for (int i = 0; i < minima.length; i++) {
      long hash = (factors[i] * element + summands[i]) >>> 32;
      minima[i] = Math.min(minima[i], hash);
    }
  }

  private List<Long> banded(long[] minima) {
    List<Long> bands = new ArrayList<>(minima.length / rows);
    for (int start = 0; start < minima.length; start += rows) {
      long band = mix(start + 1);
      for (int i = start; i < start + rows; i++) {
        band = mix(band ^ minima[i]);
      }
      bands.add(band);
    }
    return bands;
  }

  private static long fnv(String word) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** The finalizer of MurmurHash3. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
