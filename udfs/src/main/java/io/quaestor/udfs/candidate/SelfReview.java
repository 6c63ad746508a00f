package io.quaestor.udfs.candidate;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a model thinks of a candidate, each from 0 to 1. A review that lacks one, or has one out of
 * range, has failed.
 */
public record SelfReview(Double clarity, Double ageFit, Double correctness) {

  /** The mean of the three, exact in their decimal digits; empty for a failed review. */
  Optional<Rational> mean() {
    return isUsable(clarity) && isUsable(ageFit) && isUsable(correctness)
        ? Optional.of(
            exact(clarity).plus(exact(ageFit)).plus(exact(correctness)).over(Rational.of(3)))
        : Optional.empty();
  }

  private static boolean isUsable(Double score) {
    return score != null && score >= 0 && score <= 1;
  }

  private static Rational exact(double score) {
    return Rational.of(BigDecimal.valueOf(score));
  }
}
