package io.quaestor.tables;

import java.time.Instant;

/**
 * A question as auditors are shown it in a calibration, with or without a planted defect (table
 * {@code calibration_items}). Never one of {@code questions}: it is not to be served.
 *
 * @param itemId derived from calibration and content; tells nothing of the defect
 * @param questionId the question it was made of
 * @param defect the kind of defect planted; null when the question was left as it was
 * @param criterion the criterion that the defect makes false; null when there is none
 * @param question what is judged; its {@code questionId} is the item's
 */
public record CalibrationItem(
    String itemId,
    String calibrationId,
    String questionId,
    String defect,
    String criterion,
    Question question,
    Instant createdAt) {}
