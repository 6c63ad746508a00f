package io.quaestor.generate.batch;

import io.quaestor.tables.Candidate;
import io.quaestor.tables.Fact;
import io.quaestor.tables.Judgement;
import io.quaestor.tables.PlannedBatch;
import java.util.List;

/**
 * What became of a batch: a row of {@code batches}, and the rows of other tables that hang on it.
 *
 * @param status {@code complete | failed | needs_attention}
 * @param slots one for each question that was asked for or came
 * @param gaps whether an answer is missing that questions hung on
 */
public record BatchResult(
    PlannedBatch batch,
    Calls calls,
    String status,
    String details,
    boolean gaps,
    List<Slot> slots,
    List<Judgement> judgements,
    List<Fact> facts,
    List<Candidate> candidates) {
  public static final String COMPLETE = "complete";
  public static final String FAILED = "failed";
  public static final String NEEDS_ATTENTION = "needs_attention";

  /**
   * How its first call went.
   *
   * @param askId of the ask whose reply was used, or the last one tried
   * @param checkAskId of the ask that checked what came, null without one
   * @param failure null, or why nothing came
   * @param attempts asks made for it
   * @param surplus questions beyond what was asked; they are not used
   */
  public record Calls(String askId, String checkAskId, String failure, int attempts, int surplus) {}

  /** A result without rows of other tables. */
  public static BatchResult of(
      PlannedBatch batch, Calls calls, boolean gaps, List<Slot> slots, List<Judgement> judgements) {
    String status = calls.failure() == null ? COMPLETE : FAILED;
    return new BatchResult(
        batch, calls, status, null, gaps, slots, judgements, List.of(), List.of());
  }
}
