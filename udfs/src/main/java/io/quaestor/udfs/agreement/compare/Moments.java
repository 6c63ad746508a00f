package io.quaestor.udfs.agreement.compare;

/**
 * Number, mean and sum of squared deviations of a sample: the mergeable state of {@link Welch}.
 * Merging is that of Chan, Golub and LeVeque (1979).
 */
public record Moments(long n, double mean, double squares) {

  /** No value at all. */
  public static final Moments EMPTY = new Moments(0, 0, 0);

  /** The values in one pass (Welford 1962, Technometrics 4:419). */
  public static Moments of(double... values) {
    Moments moments = EMPTY;
    for (double value : values) {
      moments = moments.plus(new Moments(1, value, 0));
    }
    return moments;
  }

  /**
   * Those of a sample whose variance has divisor n - 1; what the variance is for n = 1 is not
   * asked.
   */
  public static Moments ofVariance(long n, double mean, double variance) {
    return new Moments(n, mean, n < 2 ? 0 : variance * (n - 1));
  }

  /** Both samples' values together. */
  public Moments plus(Moments other) {
    if (n == 0 || other.n == 0) {
      return n == 0 ? other : this;
    }
    long total = Math.addExact(n, other.n);
    double apart = other.mean - mean;
    double share = (double) other.n / total;
    return new Moments(
        total, mean + apart * share, squares + other.squares + apart * apart * n * share);
  }

  /** The variance of the mean. */
  double varianceOfMean() {
    return squares / (n - 1.0) / n;
  }
}
