package io.quaestor.agree;

import java.util.List;

/**
 * Questions that all auditors judged alike: one that an auditor failed, or all others of a place in
 * a partition, or all others of a document. The tallies with a place are all questions, and so are
 * the tallies with a document.
 *
 * @param place number of {@link Places}; null in tallies of a document
 * @param document number of {@link Places}; null in tallies of a place
 * @param questionId of a single question, else null
 * @param codes of the verdicts, by auditor; {@link Slots#NOT_JUDGED} without one
 * @param digest1 of the questions, their places and documents, whatever their order; 0 in tallies
 *     of a document
 * @param digest2 another one
 */
public record Tally(
    Long place,
    Long document,
    String questionId,
    List<Long> codes,
    long questions,
    long digest1,
    long digest2) {}
