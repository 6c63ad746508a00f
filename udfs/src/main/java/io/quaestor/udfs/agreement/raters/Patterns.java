package io.quaestor.udfs.agreement.raters;

import io.quaestor.udfs.agreement.CrossTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many units got each pattern of ratings, one place for each rater and null where one is
 * missing: all that agreement of many raters depends on. Its size grows with the number of
 * patterns, not of units. Mergeable: {@link #addAll} in any order gives the same counts.
 */
public final class Patterns {
  private static final Comparator<Category> NULLS_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private final Map<List<Category>, Long> counts = new HashMap<>();

  /** One unit for each row. */
  public static Patterns of(List<List<Category>> units) {
    Patterns patterns = new Patterns();
    units.forEach(unit -> patterns.add(unit, 1));
    return patterns;
  }

  /**
   * Adds as many units of one pattern.
   *
   * @throws IllegalArgumentException when there are fewer than none
   * @throws ArithmeticException when a count passes 2^63 - 1
   */
  public void add(List<Category> pattern, long units) {
    if (units < 0) {
      throw new IllegalArgumentException(
          "%d units of pattern %s: counts start at 0".formatted(units, pattern));
    }
    if (units > 0) {
      counts.merge(Collections.unmodifiableList(pattern), units, Math::addExact);
    }
  }

  /** Adds the other's units. */
  public void addAll(Patterns other) {
    other.counts.forEach(this::add);
  }

  /**
   * The patterns in an order of their own, so that sums over them do not depend on that of rows.
   */
  public SortedMap<List<Category>, Long> sorted() {
    SortedMap<List<Category>, Long> sorted = new TreeMap<>(Patterns::compare);
    sorted.putAll(counts);
    return sorted;
  }

  /** Number of places: raters. */
  public int raters() {
    return counts.keySet().stream().mapToInt(List::size).max().orElse(0);
  }

  /** What anybody said, in order. */
  public SortedSet<Category> categories() {
    SortedSet<Category> categories = new TreeSet<>();
    counts.keySet().forEach(p -> p.stream().filter(c -> c != null).forEach(categories::add));
    return categories;
  }

  /**
   * What two of the raters said of the units that both rated, over the scale.
   *
   * @param scale the categories in order; ratings that are not among them are left out
   */
  public CrossTable pair(int first, int second, List<Category> scale) {
    long[][] cells = new long[scale.size()][scale.size()];
    counts.forEach(
        (pattern, units) -> {
          int i = place(pattern, first, scale);
          int j = place(pattern, second, scale);
          if (i >= 0 && j >= 0) {
            cells[i][j] = Math.addExact(cells[i][j], units);
          }
        });
    return CrossTable.of(cells);
  }

  private static int place(List<Category> pattern, int rater, List<Category> scale) {
    return rater < pattern.size() ? place(pattern.get(rater), scale) : -1;
  }

  /** Where on the scale; -1 for a missing rating and for one that is not on it. */
  static int place(Category rating, List<Category> scale) {
    return rating == null ? -1 : scale.indexOf(rating);
  }

  /** The scale if there is one, else what was said, in order. */
  public List<Category> scaleOr(List<Category> scale) {
    return scale == null || scale.isEmpty() ? new ArrayList<>(categories()) : scale;
  }

  private static int compare(List<Category> a, List<Category> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = NULLS_FIRST.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Patterns patterns && counts.equals(patterns.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  @Override
  public String toString() {
    return sorted().toString();
  }
}
