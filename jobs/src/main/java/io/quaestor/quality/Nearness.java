package io.quaestor.quality;

import io.quaestor.udfs.text.Similarity;
import java.time.Instant;
import org.apache.spark.api.java.function.MapFunction;

/**
 * Two questions and how near they are.
 *
 * @param cosine of the words of their texts, 0 to 1
 * @param sameUnit null when a unit is not known
 */
public record Nearness(
    String earlier, Instant earlierAt, String later, double cosine, Boolean sameUnit) {

  /** Two questions that may be near each other. */
  public record Candidate(Fingerprint earlier, Fingerprint later) {}

  /** Looks at the texts themselves. */
  static final class Measure implements MapFunction<Candidate, Nearness> {
    private static final long serialVersionUID = 1L;

    @Override
    public Nearness call(Candidate pair) {
      Fingerprint earlier = pair.earlier();
      Fingerprint later = pair.later();
      return new Nearness(
          earlier.questionId(),
          earlier.createdAt(),
          later.questionId(),
          Similarity.cosine(earlier.text(), later.text()),
          earlier.unitId() == null || later.unitId() == null
              ? null
              : (Boolean) earlier.unitId().equals(later.unitId()));
    }
  }
}
