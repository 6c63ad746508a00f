package io.quaestor.udfs.agreement.raters;

import io.quaestor.udfs.agreement.Estimate;
import io.quaestor.udfs.agreement.Quantiles;
import io.quaestor.udfs.agreement.Significance;
import io.quaestor.udfs.agreement.Statistic;
import io.quaestor.udfs.agreement.Weights;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Chance-corrected agreement of any number of raters, any of whose ratings may be missing (Gwet
 * 2008, Br J Math Stat Psychol 61:29): units with one rating tell of the categories' shares only.
 * Standard errors are those of units drawn at random (divisor {@code n (n - 1)}, n units with a
 * rating), intervals Student's 95% with the upper bound cut off at 1. Undefined when no unit has
 * two ratings ({@code no_pairs}); of one unit there is no interval.
 */
public final class ManyRaters {
  private final Profiles profiles;
  private final Weights weights;
  private final double n;
  private final double rated;
  private final double[] shares;

  private ManyRaters(Profiles profiles, Weights weights) {
    this.profiles = profiles;
    this.weights = weights;
    this.n = profiles.units(1);
    this.rated = profiles.units(2);
    this.shares =
        IntStream.range(0, weights.size())
            .mapToDouble(i -> profiles.sum(p -> (double) p[i] / Profiles.size(p)) / n)
            .toArray();
  }

  /** Mean over the units of the share of their pairs of ratings that are the same, 0 to 1. */
  public static Statistic percentAgreement(Patterns patterns) {
    Profiles profiles = Profiles.of(patterns, null);
    return profiles.units(2) == 0
        ? Statistic.undefined(Statistic.NO_PAIRS)
        : Statistic.of(identity(profiles).observed());
  }

  /**
   * Fleiss' kappa (1971, Psychol Bull 76:378), -1 to 1, in Gwet's form for unequal numbers of
   * ratings. Undefined ({@code no_variation}) when all ratings are the same.
   */
  public static Estimate fleissKappa(Patterns patterns, List<Category> scale) {
    Profiles profiles = Profiles.of(patterns, scale);
    if (profiles.units(2) == 0) {
      return Estimate.undefined(Statistic.NO_PAIRS);
    }
    ManyRaters fleiss = identity(profiles);
    if (fleiss.isConstant()) {
      return Estimate.undefined(Statistic.NO_VARIATION);
    }
    return fleiss.estimate(fleiss.sumOfShares(i -> fleiss.shares[i]), i -> fleiss.shares[i]);
  }

  /**
   * Fleiss' kappa against 0 by the standard error of Fleiss, Nee and Landis (1979, Psychol Bull
   * 86:974). Without a p-value ({@code unequal_ratings}) unless all units have as many ratings.
   *
   * @return the test, and the standard error
   */
  public static NullError fleissTest(Patterns patterns, List<Category> scale) {
    Estimate kappa = fleissKappa(patterns, scale);
    if (!kappa.point().isDefined()) {
      return new NullError(Significance.undefined(kappa.point().undefined()), null);
    }
    Profiles profiles = Profiles.of(patterns, scale);
    double m = profiles.ratingsEach();
    if (m == 0) {
      return new NullError(
          new Significance(kappa.point(), Statistic.undefined("unequal_ratings")), null);
    }
    ManyRaters fleiss = identity(profiles);
    double spread = fleiss.sumOfShares(i -> 1 - fleiss.shares[i]);
    double skew = fleiss.sumOfShares(i -> (1 - fleiss.shares[i]) * (1 - 2 * fleiss.shares[i]));
    double error = Math.sqrt(2 * (spread * spread - skew) / (fleiss.n * m * (m - 1))) / spread;
    double p = Quantiles.twoSidedNormal(kappa.point().value() / error);
    return new NullError(Significance.of(kappa.point().value(), p), error);
  }

  /**
   * A test and the standard error under the hypothesis of no agreement beyond chance.
   *
   * @param standardError null where there is no p-value
   */
  public record NullError(Significance test, Double standardError) {}

  /**
   * Gwet's AC2, -1 to 1; AC1 with identity weights. Defined even when all ratings are the same, as
   * long as two categories are declared ({@code one_category}).
   */
  public static Estimate gwetAc2(Patterns patterns, Weights.Kind kind, List<Category> scale) {
    Profiles profiles = Profiles.of(patterns, scale);
    int q = profiles.scale().size();
    if (profiles.units(2) == 0 || q < 2) {
      return Estimate.undefined(
          profiles.units(2) == 0 ? Statistic.NO_PAIRS : Statistic.ONE_CATEGORY);
    }
    ManyRaters gwet = new ManyRaters(profiles, kind.over(q));
    double factor = gwet.weights.total() / (q * (q - 1.0));
    return gwet.estimate(
        factor * gwet.sumOfShares(i -> 1 - gwet.shares[i]), i -> factor * (1 - gwet.shares[i]));
  }

  private static ManyRaters identity(Profiles profiles) {
    return new ManyRaters(profiles, Weights.Kind.IDENTITY.over(profiles.scale().size()));
  }

  private boolean isConstant() {
    return IntStream.range(0, shares.length)
        .anyMatch(i -> profiles.sum(p -> Profiles.size(p) - p[i]) == 0);
  }

  /**
   * @param pull what a rating of a category adds to the chance agreement of its unit
   */
  private Estimate estimate(double expected, IntToDoubleFunction pull) {
    double value = (observed() - expected) / (1 - expected);
    Profiles.Term deviation =
        p -> {
          double chance = mean(p, pull);
          double own =
              Profiles.size(p) < 2 ? 0 : n / rated * (agreement(p) - expected) / (1 - expected);
          return own - 2 * (1 - value) * (chance - expected) / (1 - expected) - value;
        };
    double squares = profiles.sum(p -> Math.pow(deviation.of(p), 2));
    return Estimate.student(value, Math.sqrt(squares / n / (n - 1)), (long) n);
  }

  private double observed() {
    return profiles.sum(p -> Profiles.size(p) < 2 ? 0 : agreement(p)) / rated;
  }

  /** Weighted agreement of a unit's pairs of ratings. */
  private double agreement(int[] profile) {
    double size = Profiles.size(profile);
    double sum = 0;
    for (int i = 0; i < profile.length; i++) {
      for (int j = 0; j < profile.length; j++) {
        sum += weights.of(i, j) * profile[i] * (profile[j] - (i == j ? 1 : 0));
      }
    }
    return sum / (size * (size - 1));
  }

  private static double mean(int[] profile, IntToDoubleFunction of) {
    double sum = 0;
    for (int i = 0; i < profile.length; i++) {
      sum += profile[i] * of.applyAsDouble(i);
    }
    return sum / Profiles.size(profile);
  }

  private double sumOfShares(IntToDoubleFunction of) {
    return IntStream.range(0, shares.length)
        .mapToDouble(i -> shares[i] * of.applyAsDouble(i))
        .sum();
  }
}
