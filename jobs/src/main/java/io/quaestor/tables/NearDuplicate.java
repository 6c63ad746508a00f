package io.quaestor.tables;

/**
 * A question that asks nearly what an older one asks (table {@code near_duplicates}). No question
 * is an original in one row and a duplicate in another.
 *
 * @param originalId the oldest original (smallest id among those made at once) it is near to
 * @param cosine of the words of stem and key of the two, from the threshold to 1
 * @param sameUnit null when the unit of either is not known
 */
public record NearDuplicate(
    String questionId, String originalId, double cosine, Boolean sameUnit) {}
