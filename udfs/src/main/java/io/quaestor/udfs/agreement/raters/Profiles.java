package io.quaestor.udfs.agreement.raters;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each category was chosen for a unit, whoever chose it; units alike are counted. */
final class Profiles {
  private final List<Category> scale;
  private final SortedMap<int[], Long> units;

  private Profiles(List<Category> scale, SortedMap<int[], Long> units) {
    this.scale = scale;
    this.units = units;
  }

  /**
   * The profiles of patterns; units that nobody rated are left out, as are ratings off the scale.
   *
   * @param scale the declared categories in order; null or empty for those observed
   */
  static Profiles of(Patterns patterns, List<Category> scale) {
    List<Category> categories = patterns.scaleOr(scale);
    SortedMap<int[], Long> units = new TreeMap<>(Arrays::compare);
    for (Map.Entry<List<Category>, Long> each : patterns.sorted().entrySet()) {
      int[] profile = new int[categories.size()];
      each.getKey().stream()
          .filter(Objects::nonNull)
          .mapToInt(categories::indexOf)
          .filter(i -> i >= 0)
          .forEach(i -> profile[i]++);
      if (size(profile) > 0) {
        units.merge(profile, each.getValue(), Math::addExact);
      }
    }
    return new Profiles(categories, units);
  }

  /** What a unit of a profile adds. */
  interface Term {
    double of(int[] profile);
  }

  List<Category> scale() {
    return scale;
  }

  /** Sum over the units. */
  double sum(Term term) {
    double sum = 0;
    for (Map.Entry<int[], Long> each : units.entrySet()) {
      sum += each.getValue() * term.of(each.getKey());
    }
    return sum;
  }

  /** Number of units with at least so many ratings. */
  long units(int ratings) {
    return units.entrySet().stream()
        .filter(each -> size(each.getKey()) >= ratings)
        .mapToLong(Map.Entry::getValue)
        .reduce(0, Math::addExact);
  }

  /** How many ratings every unit has; 0 when they differ. */
  int ratingsEach() {
    int[] sizes = units.keySet().stream().mapToInt(Profiles::size).distinct().toArray();
    return sizes.length == 1 ? sizes[0] : 0;
  }

  static int size(int[] profile) {
    return Arrays.stream(profile).sum();
  }
}
