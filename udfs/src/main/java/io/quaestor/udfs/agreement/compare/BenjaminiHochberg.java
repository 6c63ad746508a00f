package io.quaestor.udfs.agreement.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Control of the false discovery rate (Benjamini and Hochberg 1995, J R Stat Soc B 57:289). */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * Adjusted p-values in the order given, 0 to 1. A null stays null and does not count as a test;
   * what is no probability becomes null.
   */
  public static List<Double> adjust(List<Double> p) {
    Integer[] descending =
        IntStream.range(0, p.size())
            .filter(i -> isProbability(p.get(i)))
            .boxed()
            .sorted(Comparator.<Integer, Double>comparing(p::get).reversed())
            .toArray(Integer[]::new);
    Double[] adjusted = new Double[p.size()];
    double least = 1;
    for (int i = 0; i < descending.length; i++) {
      double rank = descending.length - i;
      least = Math.min(least, p.get(descending[i]) * descending.length / rank);
      adjusted[descending[i]] = least;
    }
    return new ArrayList<>(Arrays.asList(adjusted));
  }

  private static boolean isProbability(Double p) {
    return p != null && p >= 0 && p <= 1;
  }
}
