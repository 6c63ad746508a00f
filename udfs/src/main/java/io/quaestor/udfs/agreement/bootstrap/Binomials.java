package io.quaestor.udfs.agreement.bootstrap;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Exact binomial draws at a cost of order log n: the median of the trials is drawn from its beta
 * distribution until few are left (Ahrens and Dieter 1974, Computing 12:223), then the sum of
 * chances is walked along.
 */
final class Binomials {
  private static final double FEW = 16;

  private final RandomGenerator random;

  Binomials(RandomGenerator random) {
    this.random = random;
  }

  /** How many of the trials succeed. */
  long draw(long trials, double chance) {
    long n = trials;
    double p = chance;
    long successes = 0;
    while (n * Math.min(p, 1 - p) > FEW) {
      long median = 1 + n / 2;
      double at = beta(median, n + 1 - median);
      if (at <= p) {
        successes += median;
        n -= median;
        p = (p - at) / (1 - at);
      } else {
        n = median - 1;
        p = p / at;
      }
    }
    return successes + (p > 0.5 ? n - walk(n, 1 - p) : walk(n, p));
  }

  private double beta(double a, double b) {
    double first = gamma(a);
    return first / (first + gamma(b));
  }

  private double gamma(double shape) {
    return new GammaDistribution(random, shape, 1).sample();
  }

  private long walk(long n, double p) {
    if (n == 0 || p <= 0) {
      return 0;
    }
    double mass = Math.exp(n * Math.log1p(-p));
    double odds = p / (1 - p);
    double left = random.nextDouble();
    long k = 0;
    while (left > mass && k < n) {
      left -= mass;
      mass *= odds * (n - k) / (k + 1);
      k++;
    }
    return k;
  }
}
