package io.quaestor.tables;

import java.time.Instant;

/**
 * How often an auditor gave no verdict on a criterion (table {@code unscored_rates}), and whether
 * that happens at random.
 *
 * @param segmentKind {@code all}, {@code type}, {@code difficulty}, {@code unit} or {@code
 *     pipeline}
 * @param segment as in {@code auditor_agreement}
 * @param asked questions the auditor judged, scored or not
 * @param unscored of them, those without a verdict on this criterion
 * @param share unscored of asked, 0 to 1, with Wilson's 95% interval
 * @param missingChiSquare of unscored against scored over all segments of the kind: the same in
 *     each of their rows, as are the next two
 * @param missingDegrees one less than there are segments
 * @param missingP chance of so uneven shares if verdicts were missing at random, 0 to 1
 * @param missingUndefined why there is no test, else null: {@code one_segment}, {@code
 *     none_unscored}, {@code all_unscored}, {@code expected_below_5}
 */
public record UnscoredRate(
    String comparisonId,
    String auditor,
    String criterion,
    String segmentKind,
    String segment,
    long asked,
    long unscored,
    Double share,
    Interval shareInterval,
    Double missingChiSquare,
    Integer missingDegrees,
    Double missingP,
    String missingUndefined,
    Instant createdAt) {}
