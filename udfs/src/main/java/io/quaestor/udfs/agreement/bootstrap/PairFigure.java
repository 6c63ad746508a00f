package io.quaestor.udfs.agreement.bootstrap;

import io.quaestor.udfs.agreement.Statistic;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Figures of two auditors from the sums of a table's counts, as in {@code Coefficients} and
 * undefined with it, but cheap enough for thousands of replicates: for sums in the order of {@code
 * TwoByTwo}'s components.
 */
public enum PairFigure implements Function<double[], Statistic> {
  /** Share of pairs with the same verdict. */
  PERCENT_AGREEMENT {
    @Override
    Statistic figure(Shares shares) {
      return Statistic.of(shares.agreement());
    }
  },
  /** Of the fails that either gave, the share that both gave. */
  AGREEMENT_ON_FAIL {
    @Override
    Statistic figure(Shares shares) {
      return quotient(2 * shares.bothFail, shares.aFails() + shares.bFails(), Statistic.NO_FAILS);
    }
  },
  /** Cohen's kappa. */
  COHENS_KAPPA {
    @Override
    Statistic figure(Shares shares) {
      double apart =
          shares.aFails() * (1 - shares.bFails()) + shares.bFails() * (1 - shares.aFails());
      return quotient(apart - shares.aOnlyFail - shares.bOnlyFail, apart, Statistic.NO_VARIATION);
    }
  },
  /** Scott's pi. */
  SCOTTS_PI {
    @Override
    Statistic figure(Shares shares) {
      double apart = 2 * shares.fails() * (1 - shares.fails());
      return quotient(apart - shares.aOnlyFail - shares.bOnlyFail, apart, Statistic.NO_VARIATION);
    }
  },
  /** Gwet's AC1. */
  GWET_AC1 {
    @Override
    Statistic figure(Shares shares) {
      double chance = 2 * shares.fails() * (1 - shares.fails());
      return Statistic.of((shares.agreement() - chance) / (1 - chance));
    }
  },
  /** Twice the agreement less 1. */
  PABAK {
    @Override
    Statistic figure(Shares shares) {
      return Statistic.of(2 * shares.agreement() - 1);
    }
  };

  /** The figure of that name in any case. */
  public static Optional<PairFigure> of(String name) {
    return Stream.of(values())
        .filter(each -> name != null && each.name().equals(name.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  @Override
  public Statistic apply(double[] sums) {
    double n = 0;
    for (double sum : sums) {
      n += sum;
    }
    return n == 0
        ? Statistic.undefined(Statistic.NO_PAIRS)
        : figure(new Shares(sums[1] / n, sums[2] / n, sums[3] / n));
  }

  abstract Statistic figure(Shares shares);

  private static Statistic quotient(double dividend, double divisor, String otherwise) {
    return divisor > 0 ? Statistic.of(dividend / divisor) : Statistic.undefined(otherwise);
  }

  /** Shares of all pairs. */
  record Shares(double aOnlyFail, double bOnlyFail, double bothFail) {
    double agreement() {
      return 1 - aOnlyFail - bOnlyFail;
    }

    double aFails() {
      return aOnlyFail + bothFail;
    }

    double bFails() {
      return bOnlyFail + bothFail;
    }

    double fails() {
      return (aFails() + bFails()) / 2;
    }
  }
}
