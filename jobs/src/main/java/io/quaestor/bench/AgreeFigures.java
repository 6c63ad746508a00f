package io.quaestor.bench;

/**
 * What comparing two auditors takes, beside counts over the same table of audits.
 *
 * @param questions in the table, each with two audits
 * @param countByAuditorSeconds a bare count grouped by a column of two values
 * @param countByQuestionSeconds a bare count grouped by a column of as many values as questions
 * @param agreeSeconds the whole job, all tables written
 * @param againSeconds the same comparison again, which writes nothing
 * @param auditsPerSecond of the whole job
 * @param ofCountByAuditor {@code agreeSeconds} as a multiple of the first count
 * @param ofCountByQuestion {@code agreeSeconds} as a multiple of the second
 * @param peakHeapMb most heap in use after a collection during another run of the job, MiB
 */
public record AgreeFigures(
    long questions,
    double countByAuditorSeconds,
    double countByQuestionSeconds,
    double agreeSeconds,
    double againSeconds,
    double auditsPerSecond,
    double ofCountByAuditor,
    double ofCountByQuestion,
    long peakHeapMb) {}
