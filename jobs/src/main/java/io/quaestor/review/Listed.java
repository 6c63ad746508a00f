package io.quaestor.review;

/**
 * A question in a list.
 *
 * @param words its stem, normalised, to search in
 * @param disagreed whether of the auditors that judged its content one passed and one failed it
 */
public record Listed(
    String questionId,
    String unitId,
    String topic,
    String pipeline,
    String type,
    String difficulty,
    String language,
    String stem,
    String words,
    String qualityStatus,
    String reviewStatus,
    String parentQuestionId,
    boolean disagreed) {}
