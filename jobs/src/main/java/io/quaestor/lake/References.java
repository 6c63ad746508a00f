package io.quaestor.lake;

import io.quaestor.lake.Reference.Loss;
import java.util.List;

/**
 * Which rows belong to which: what a deletion takes along, and what the view {@code orphans} looks
 * for.
 *
 * <p>Tables that are not here stay as they are. {@code llm_calls} and {@code job_runs} are the
 * books; {@code generation_runs} say what a run made, then; {@code auditor_agreement}, {@code
 * auditor_panels}, {@code unscored_rates}, {@code criterion_fail_rates}, {@code family_fail_rates},
 * {@code auditor_accuracy} and {@code key_positions} are sums that their jobs make again. Learning
 * resources are those of a document: a batch has none of its own.
 */
public final class References {
  private static final List<Reference> ALL =
      List.of(
          goes(Tables.PLANS, "batch_id", Tables.BATCHES),
          goes(Tables.REJECTIONS, "batch_id", Tables.BATCHES),
          goes(Tables.JUDGEMENTS, "batch_id", Tables.BATCHES),
          goes(Tables.FACTS, "batch_id", Tables.BATCHES),
          goes(Tables.CANDIDATES, "batch_id", Tables.BATCHES),
          goes(Tables.QUESTIONS, "batch_id", Tables.BATCHES),
          goes(Tables.AUDITS, "question_id", Tables.QUESTIONS),
          goes(Tables.REVIEWS, "question_id", Tables.QUESTIONS),
          goes(Tables.BLIND_SPOTS, "question_id", Tables.QUESTIONS),
          goes(Tables.REVIEW_SAMPLES, "question_id", Tables.QUESTIONS),
          goes(Tables.NEAR_DUPLICATES, "question_id", Tables.QUESTIONS),
          goes(Tables.NEAR_DUPLICATES, "original_id", Tables.QUESTIONS),
          goes(Tables.CALIBRATION_ITEMS, "question_id", Tables.QUESTIONS),
          goes(Tables.CALIBRATION_AUDITS, "item_id", Tables.CALIBRATION_ITEMS),
          stale("parent_question_id", Tables.QUESTIONS),
          goes(Tables.CHUNKS, "document_id", Tables.DOCUMENTS),
          goes(Tables.LEARNING_RESOURCES, "document_id", Tables.DOCUMENTS),
          goes(Tables.CONVERSIONS, "document_id", Tables.DOCUMENTS),
          goes(Tables.TOPICS, "chunk_ids", Tables.CHUNKS),
          goes(Tables.EXPERIMENT_CHUNKS, "experiment_id", Tables.EXPERIMENTS),
          goes(Tables.EXPERIMENT_RUNS, "experiment_id", Tables.EXPERIMENTS),
          goes(Tables.EXPERIMENT_BATCHES, "experiment_id", Tables.EXPERIMENTS),
          goes(Tables.EXPERIMENT_QUESTIONS, "experiment_id", Tables.EXPERIMENTS),
          goes(Tables.EXPERIMENT_AUDITS, "experiment_id", Tables.EXPERIMENTS),
          goes(Tables.EXPERIMENT_CALLS, "experiment_id", Tables.EXPERIMENTS),
          goes(Tables.EXPERIMENT_RESULTS, "experiment_id", Tables.EXPERIMENTS),
          stale("document_id", Tables.DOCUMENTS),
          stale("chunk_id", Tables.CHUNKS));

  private References() {}

  /** All there are; a table's own come before those to it. */
  public static List<Reference> all() {
    return ALL;
  }

  /** Those of one table and one fate. */
  public static List<Reference> of(Table<?> from, Loss loss) {
    return ALL.stream().filter(r -> r.from().equals(from) && r.loss() == loss).toList();
  }

  private static Reference goes(Table<?> from, String column, Table<?> to) {
    return new Reference(from, column, to, Loss.GOES);
  }

  private static Reference stale(String column, Table<?> to) {
    return new Reference(Tables.QUESTIONS, column, to, Loss.STALE);
  }
}
