package io.quaestor.quality;

import io.quaestor.udfs.text.MinHash;
import io.quaestor.udfs.text.Similarity;
import java.time.Instant;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;

/**
 * A question's text and the values it is found by.
 *
 * @param bands empty when the text has no word
 */
public record Fingerprint(
    String questionId, String unitId, Instant createdAt, String text, List<Long> bands) {

  /** Takes fingerprints; the hash functions are made anew on each executor. */
  static final class Take implements MapFunction<Asked, Fingerprint> {
    private static final long serialVersionUID = 1L;

    private final int bands;
    private final int rows;
    private transient MinHash hash;

    Take(int bands, int rows) {
      this.bands = bands;
      this.rows = rows;
    }

    @Override
    public Fingerprint call(Asked asked) {
      if (hash == null) {
        hash = new MinHash(bands, rows);
      }
      String text = asked.text();
      return new Fingerprint(
          asked.questionId(),
          asked.unitId(),
          asked.createdAt(),
          text,
          hash.bands(Similarity.terms(text)));
    }
  }
}
