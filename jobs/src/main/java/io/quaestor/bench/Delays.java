package io.quaestor.bench;

import java.util.SplittableRandom;

/**
 * How long the answering server takes for its n-th request: the same in every run.
 *
 * @param medianMs milliseconds, 0 or more
 * @param sigma of the logarithm; 0 for the same time for all
 */
record Delays(double medianMs, double sigma) {
  private static final long SEED = 20_261_121L;
  private static final double NANOS_PER_MS = 1e6;

  /**
   * @param number of the request, from 1
   */
  long nanos(long number) {
    double factor =
        sigma == 0 ? 1 : Math.exp(sigma * new SplittableRandom(SEED ^ number).nextGaussian());
    return Math.round(medianMs * factor * NANOS_PER_MS);
  }

  /** Expected delay: that of a lognormal is above its median. */
  double meanMs() {
    return medianMs * Math.exp(sigma * sigma / 2);
  }
}
