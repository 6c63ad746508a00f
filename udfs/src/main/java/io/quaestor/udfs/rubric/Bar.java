package io.quaestor.udfs.rubric;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Minima that a question has to reach, all of them, compared exactly. 0 or null is no minimum; one
 * above the rubric's range is never reached, nor is one for a dimension the rubric lacks.
 *
 * @param binaries how many binaries are 1
 * @param nonTrivial the score of {@link Dimension#NON_TRIVIAL}, 1 to 5
 * @param avgLikert mean of the Likert scores, 1 to 5
 * @param totalScore 0 to 10
 */
public record Bar(int binaries, int nonTrivial, BigDecimal avgLikert, BigDecimal totalScore)
    implements Serializable {

  public Bar {
    avgLikert = avgLikert == null ? BigDecimal.ZERO : avgLikert;
    totalScore = totalScore == null ? BigDecimal.ZERO : totalScore;
  }

  /** A minimum for the total score alone. */
  public static Bar ofTotal(BigDecimal totalScore) {
    return new Bar(0, 0, null, totalScore);
  }
}
