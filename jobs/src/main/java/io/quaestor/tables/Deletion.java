package io.quaestor.tables;

import java.time.Instant;

/**
 * What one deletion did to one table (table {@code deletions}); {@code restore RUN_ID} goes by it.
 *
 * @param deletionId derived from run, table and effect
 * @param runId the job's, as in {@code job_runs}
 * @param kind {@code batch | document | experiment}
 * @param subjectId what was deleted; a row for each table and effect of each
 * @param tableName table that lost rows, or whose rows were marked
 * @param effect {@code deleted}, or {@code stale} for questions that stay without their source
 * @param rowCount rows that were deleted or marked, above 0
 * @param versionBefore the table's Delta version that still has the rows as they were
 * @param units units that were summed up again
 * @param deletedAt the same in all rows of a run
 */
public record Deletion(
    String deletionId,
    String runId,
    String kind,
    String subjectId,
    String tableName,
    String effect,
    long rowCount,
    long versionBefore,
    java.util.List<String> units,
    Instant deletedAt) {}
