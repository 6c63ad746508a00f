package io.quaestor.udfs;

import io.quaestor.udfs.VectorFiles.Vector;
import io.quaestor.udfs.agreement.StatisticRules;
import java.util.Objects;
import java.util.stream.Stream;

/** What our functions give for a vector, whatever its kind. */
final class Rules {
  private Rules() {}

  static Object apply(Vector vector) {
    return Stream.of(
            ScoringRules.apply(vector),
            StatisticRules.apply(vector.kind(), vector.input(), vector.params()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "%s is of an unknown rubric or statistic: %s"
                        .formatted(vector.id(), vector.kind())));
  }
}
