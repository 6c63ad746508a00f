package io.quaestor.generate;

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

  List<CheckedDraft> sound() {
    return drafts.stream().filter(CheckedDraft::sound).toList();
  }
}
