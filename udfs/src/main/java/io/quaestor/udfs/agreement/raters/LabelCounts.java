package io.quaestor.udfs.agreement.raters;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Patterns as numbers: how often each rater gave each label to a unit of each pattern. */
final class LabelCounts {
  private final int[][][] counts;
  private final double[] units;
  private final int classes;

  private LabelCounts(int[][][] counts, double[] units, int classes) {
    this.counts = counts;
    this.units = units;
    this.classes = classes;
  }

  static LabelCounts of(Patterns patterns, List<Category> scale, int[] raters) {
    SortedMap<List<Category>, Long> sorted = patterns.sorted();
    int[] places = raters == null ? IntStream.range(0, patterns.raters()).toArray() : raters;
    int size = IntStream.of(places).max().orElse(-1) + 1;
    int[][][] counts = new int[sorted.size()][size][scale.size()];
    double[] units = new double[sorted.size()];
    int at = 0;
    for (Map.Entry<List<Category>, Long> each : sorted.entrySet()) {
      count(each.getKey(), scale, places, counts[at]);
      units[at++] = each.getValue();
    }
    return new LabelCounts(counts, units, scale.size());
  }

  private static void count(
      List<Category> pattern, List<Category> scale, int[] places, int[][] counts) {
    for (int i = 0; i < pattern.size(); i++) {
      int label = Patterns.place(pattern.get(i), scale);
      if (label >= 0) {
        counts[places[i]][label]++;
      }
    }
  }

  boolean isEmpty() {
    return IntStream.range(0, patterns()).allMatch(i -> ratings(i) == 0);
  }

  int patterns() {
    return units.length;
  }

  int raters() {
    return counts.length == 0 ? 0 : counts[0].length;
  }

  int classes() {
    return classes;
  }

  double units(int pattern) {
    return units[pattern];
  }

  int count(int pattern, int rater, int label) {
    return counts[pattern][rater][label];
  }

  /** Number of ratings of the pattern that are the label. */
  int count(int pattern, int label) {
    return IntStream.range(0, raters()).map(rater -> counts[pattern][rater][label]).sum();
  }

  int ratings(int pattern) {
    return IntStream.range(0, classes).map(label -> count(pattern, label)).sum();
  }
}
