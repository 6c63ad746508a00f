package io.quaestor.generate.candidates;

import io.quaestor.generate.batch.Step;
import io.quaestor.generate.plan.BatchWork;
import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * A candidate to be written.
 *
 * @param subject of its asks
 * @param index 0-based among the batch's candidates
 */
public record Place(String subject, BatchWork work, int index) {

  Step.Subject asked() {
    return new Step.Subject(subject, 0);
  }

  /** So many places for each batch. */
  record Each(int count) implements FlatMapFunction<BatchWork, Place>, Serializable {
    @Override
    public Iterator<Place> call(BatchWork work) {
      return IntStream.range(0, count)
          .mapToObj(index -> new Place(Step.Subject.of(work.batch(), index).id(), work, index))
          .iterator();
    }
  }
}
