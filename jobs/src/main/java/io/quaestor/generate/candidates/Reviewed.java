package io.quaestor.generate.candidates;

import io.quaestor.generate.plan.BatchWork;
import org.apache.spark.api.java.function.MapFunction;

/** A candidate with its score, before it meets its siblings. */
public record Reviewed(BatchWork work, Entrant entrant) {

  static final class BatchId implements MapFunction<Reviewed, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String call(Reviewed reviewed) {
      return reviewed.work().batch().batchId();
    }
  }
}
