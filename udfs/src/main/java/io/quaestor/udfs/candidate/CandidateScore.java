package io.quaestor.udfs.candidate;

/**
 * A candidate's score and its parts, each from 0 to 1.
 *
 * @param schema 1 when the candidate is valid, else 0
 * @param placeholder share of items with exactly one blank and enough around it
 * @param mode share of items that keep their mode's rule
 * @param consistency mean of four checks across items
 * @param selfReview mean of the review's scores; null when there was none or it failed
 * @param total weighted mean of the parts that there are, rounded once: equal scores are equal
 */
public record CandidateScore(
    double schema,
    double placeholder,
    double mode,
    double consistency,
    Double selfReview,
    double total) {}
