package io.quaestor.audit.calibrate;

import io.quaestor.tables.CalibrationItem;
import io.quaestor.tables.Question;
import io.quaestor.udfs.planting.Kind;
import io.quaestor.udfs.planting.Planted;
import io.quaestor.udfs.text.Hashes;
import java.io.Serializable;
import java.time.Instant;
import org.apache.spark.api.java.function.MapFunction;

/**
 * A question that was drawn. Public because the code that Spark generates makes it.
 *
 * @param passage text of its chunk
 * @param defect to plant, null for none
 */
public record Drawn(Question question, String passage, String defect) {

  /** What auditors are shown of it. */
  Planted planted(long seed) {
    return defect == null
        ? new Planted(Contents.of(question), null)
        : Kind.of(defect)
            .plant(Contents.of(question), passage, seed)
            .orElseThrow(() -> new IllegalStateException(defect + " in " + question.questionId()));
  }

  /** Content-derived; the same for the same item of any calibration. */
  String key(long seed) {
    return Contents.key(question, planted(seed).content());
  }

  /** To items of one calibration. */
  record ToItem(String calibrationId, long seed, Instant now)
      implements MapFunction<Drawn, CalibrationItem>, Serializable {
    @Override
    public CalibrationItem call(Drawn drawn) {
      Planted planted = drawn.planted(seed);
      String id = Hashes.id("itm", calibrationId, drawn.key(seed));
      return new CalibrationItem(
          id,
          calibrationId,
          drawn.question().questionId(),
          drawn.defect(),
          planted.criterion(),
          Contents.question(drawn.question(), id, planted.content()),
          now);
    }
  }
}
