package io.quaestor.generate.batch;

import io.quaestor.generate.plan.BatchWork;
import java.time.Instant;
import java.util.List;

/**
 * A batch after its generation ask.
 *
 * @param failure null, or why there are no drafts
 * @param attempts asks made for it
 * @param drafts one per slot that was asked for
 * @param surplus drafts beyond them
 */
public record GeneratedBatch(
    BatchWork work,
    String askId,
    String model,
    String failure,
    int attempts,
    List<CheckedDraft> drafts,
    int surplus,
    Instant answeredAt) {

  public List<CheckedDraft> sound() {
    return drafts.stream().filter(CheckedDraft::sound).toList();
  }

  /** The ask that wrote the drafts. */
  public Origin origin() {
    return new Origin(model, askId, answeredAt);
  }

  public BatchResult.Calls calls(String checkAskId) {
    return new BatchResult.Calls(askId, checkAskId, failure, attempts, surplus);
  }
}
