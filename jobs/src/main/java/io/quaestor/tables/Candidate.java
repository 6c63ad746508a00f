package io.quaestor.tables;

import java.time.Instant;
import java.util.Map;

/**
 * A course set that competed for a place in a plan (table {@code candidates}).
 *
 * @param candidateId derived from run, batch and index
 * @param index 0-based among its siblings
 * @param approach manner of writing it was asked for
 * @param items items it has, 0 when its call failed
 * @param parts part of the score to its value, 0 to 1; {@code self_review} is missing when it was
 *     left out
 * @param score 0 to 1
 * @param selected whether it won
 * @param problem null, or why there is nothing to score
 * @param body the course set as JSON, null when its call failed
 * @param mostSimilar greatest cosine to a sibling, null without one
 */
public record Candidate(
    String candidateId,
    String runId,
    String batchId,
    int index,
    String approach,
    Double temperature,
    int items,
    Map<String, Double> parts,
    double score,
    boolean selected,
    String problem,
    Double mostSimilar,
    String body,
    String askId,
    String reviewAskId,
    Instant createdAt) {}
