package io.quaestor.udfs.agreement.raters;

import io.quaestor.udfs.agreement.Statistic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Krippendorff's alpha (2011, Computing Krippendorff's Alpha-Reliability), up to 1, for any number
 * of raters and any missing ratings: units with fewer than two are left out.
 */
public final class KrippendorffAlpha {
  /** Values are of no number. */
  private static final String NOT_NUMERIC = "not_numeric";

  private final Profiles profiles;
  private final Level level;
  private final double[] totals;

  private KrippendorffAlpha(Profiles profiles, Level level) {
    this.profiles = profiles;
    this.level = level;
    this.totals =
        IntStream.range(0, profiles.scale().size())
            .mapToDouble(i -> profiles.sum(p -> Profiles.size(p) < 2 ? 0 : p[i]))
            .toArray();
  }

  /** What the distance of two categories is. */
  public enum Level {
    /** 1 unless they are the same. */
    NOMINAL,
    /** How many ratings lie between them, half of their own included. */
    ORDINAL,
    /** Their difference as numbers. */
    INTERVAL;

    /** The level of that name in any case. */
    public static Optional<Level> of(String name) {
      return Stream.of(values())
          .filter(each -> name != null && each.name().equals(name.strip().toUpperCase(Locale.ROOT)))
          .findFirst();
    }
  }

  /**
   * Alpha. Undefined when no unit has two ratings ({@code no_pairs}), when all paired ratings are
   * the same ({@code no_variation}), and at interval level when one is no number ({@code
   * not_numeric}).
   *
   * @param scale the order of the categories; null or empty for numbers by size, names by alphabet
   */
  public static Statistic of(Patterns patterns, Level level, List<Category> scale) {
    Profiles profiles = Profiles.of(patterns, scale);
    if (profiles.units(2) == 0) {
      return Statistic.undefined(Statistic.NO_PAIRS);
    }
    if (level == Level.INTERVAL && profiles.scale().stream().anyMatch(c -> c.number() == null)) {
      return Statistic.undefined(NOT_NUMERIC);
    }
    return new KrippendorffAlpha(profiles, level).value();
  }

  private Statistic value() {
    double n = IntStream.range(0, totals.length).mapToDouble(i -> totals[i]).sum();
    double expected = disagreement(totals);
    if (expected == 0) {
      return Statistic.undefined(Statistic.NO_VARIATION);
    }
    double observed =
        profiles.sum(
            p ->
                Profiles.size(p) < 2
                    ? 0
                    : disagreement(IntStream.of(p).asDoubleStream().toArray())
                        / (Profiles.size(p) - 1.0));
    double ratio = (n - 1) * observed / expected;
    return Double.isFinite(ratio) ? Statistic.of(1 - ratio) : Statistic.undefined("not_finite");
  }

  /** Sum over all ordered pairs of their squared distances. */
  private double disagreement(double[] counts) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += counts[i] > 0 && counts[j] > 0 ? 2 * counts[i] * counts[j] * distance(j, i) : 0;
      }
    }
    return sum;
  }

  private double distance(int low, int high) {
    return switch (level) {
      case NOMINAL -> 1;
      case ORDINAL -> {
        double between = IntStream.rangeClosed(low, high).mapToDouble(i -> totals[i]).sum();
        yield Math.pow(between - (totals[low] + totals[high]) / 2, 2);
      }
      case INTERVAL -> {
        List<Category> scale = profiles.scale();
        yield Math.pow(scale.get(high).number() - scale.get(low).number(), 2);
      }
    };
  }
}
