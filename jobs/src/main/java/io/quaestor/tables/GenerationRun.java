package io.quaestor.tables;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One run of a pipeline over a selection of the corpus (table {@code generation_runs}).
 *
 * <p>{@code asked = accepted + rejected + failed}; accepted questions are in {@code questions}, the
 * rest in {@code rejections}.
 *
 * @param runId derived from pipeline, prompts, models, seed, target and the chunks on offer
 * @param prompts prompt and schema name to content hash
 * @param target accepted questions wanted
 * @param status {@code complete | partial | needs_attention}
 * @param stopReason {@code target_reached | source_exhausted | rounds_exhausted}, never null
 * @param measures shares that the pipeline reports against targets, empty for most
 */
public record GenerationRun(
    String runId,
    String pipeline,
    String pipelineVersion,
    Map<String, String> prompts,
    Map<String, String> arguments,
    long seed,
    int target,
    int rounds,
    int batches,
    int asked,
    int accepted,
    int rejected,
    int failed,
    String status,
    String stopReason,
    List<Measure> measures,
    Instant createdAt,
    Instant finishedAt) {
  /** Argument of runs that make variants: the question they are made of. */
  public static final String PARENT_ID = "parent_question_id";

  /** Argument of the same: its {@code content_sha256} at that time. */
  public static final String PARENT_CONTENT = "parent_content_sha256";

  public GenerationRun {
    measures = measures == null ? List.of() : measures;
  }
}
