package io.quaestor.generate.grounded;

import io.quaestor.generate.batch.BatchResult;
import io.quaestor.generate.plan.BatchWork;
import io.quaestor.tables.Fact;
import java.time.Instant;
import java.util.List;

/**
 * A batch after its facts ask.
 *
 * @param failure null, or why there are no claims
 * @param attempts asks made for it
 */
public record FactBank(
    BatchWork work,
    String askId,
    String model,
    String failure,
    int attempts,
    List<Fact> facts,
    Instant answeredAt) {

  BatchResult.Calls calls() {
    return new BatchResult.Calls(askId, null, failure, attempts, 0);
  }
}
