package io.quaestor.tables;

import java.time.Instant;
import java.util.List;

/**
 * A question drawn for a person to review (table {@code review_samples}); apart from the file that
 * the person fills in, which is blind.
 *
 * @param reviewId derived from sample and question
 * @param sampleId the same for the same draw from the same verdicts
 * @param contentSha256 the version of the question that was drawn
 * @param auditors whose verdicts made the stratum
 * @param disagreement whether one auditor failed the question and another passed it, by gate
 *     criteria or by all of their criteria
 * @param population questions of this stratum: type, difficulty, disagreement
 * @param drawn of them
 * @param inclusionProbability {@code drawn / population}, above 0 and at most 1; weigh by 1 over it
 */
public record ReviewSample(
    String reviewId,
    String sampleId,
    String questionId,
    String contentSha256,
    List<String> auditors,
    long seed,
    String type,
    String difficulty,
    boolean disagreement,
    long population,
    long drawn,
    double inclusionProbability,
    Instant createdAt) {}
